/** What the pages use of Element Plus. */
import {
  ElButton,
  ElCheckbox,
  ElDialog,
  ElForm,
  ElFormItem,
  ElInput,
  ElInputOtp,
} from 'element-plus';
import { createApp, h, nextTick, reactive, ref } from 'vue';

export const vue = { createApp, h, nextTick, reactive, ref };
export const components = {
  ElButton,
  ElCheckbox,
  ElDialog,
  ElForm,
  ElFormItem,
  ElInput,
  ElInputOtp,
};
