/** What the pages use of Ant Design Vue: to evaluate all of it costs a page more than all else. */
import { Checkbox, Form, FormItem, Input, InputPassword, Modal, QRCode } from 'ant-design-vue';
import { createApp, h, nextTick, reactive, ref } from 'vue';

export const vue = { createApp, h, nextTick, reactive, ref };
export const components = { Checkbox, Form, FormItem, Input, InputPassword, Modal, QRCode };
