import type { LanguageWords } from './language-words.ts';

/** Српски. */
export const sr: LanguageWords = {
  factor:
    'двофактор|двостеп|вишефактор|други фактор|у два корака|dvofaktor|u dva koraka|двострук|двостру|два корака|2fa|mfa_|dvostepen|dva koraka|dvostruk|višefaktor|провера у два',
  authenticator:
    'апликациј* за аутент|апликације за аутент|апликација за аутент|апликацији за аутент|апликације за потврду|аутентификатор|аутентикатор|authenticator|апликације за проверу|aplikacije za autent|генератор кодова|апликациј* за провер|апликациј* за потврд|апликациј* за двофакт|апликациј* за генерис|апликациј* google|апликациј* authentic|aplikacij* za provjer|aplikacij* za prover|aplikacij* za potvrd|aplikacij* za dvofakt|aplikacij* google|aplikacij* authentic|aplikacij* za autent|autentifikator|autentikator|google auth|гугл аутент|генератор код|generator kod|уређај* за аутент',
  app: 'апликациј|паметн|генерисан|aplikacij',
  oneTime: 'једнократ|jednokrat|otp',
  code: 'код_|кода|кôд|шифр|цифар|цифр',
  token: 'токен',
  authentication: 'аутент|autent',
  confirmation: 'провер|потврд',
  sent: 'послали|послат|примили|добили|зовемо|проверите|истиче|важи|poslali|poslat|šaljemo|primićete|dobićete|stigao|primili|dobili|шаљемо|стигао|стигла|добићете|примићете|достављен|isporučen|isteći|zovemo',
  channel:
    'имејл|е пошт|email|e mail|sms|смс|порук|позив|број телефона|сандуч|poruk|mejl|imejl|мејл|мобилни број|broj telefona|mobilni broj|вајбер|viber|whatsapp|poziv|na telefon_|na vaš telefon_',
  resend:
    'поново|нови код|други код|нисте добили|нисте примили|пошаљи код|затражи|pošalji ponovo|ponovo|novi kod|nije stigao|niste dobili|niste primili|pošalji kod|zatraži|није стигао|пошаљи поново|пошаљи нови|пошаљите',
  backup: 'резервн|опорав|хитн|rezervn|oporavak|oporavk',
  device: 'уређај|камер',
  scan: 'скенира|qr|бар код|тајни кључ',
  secret: 'лозинк',
  identity:
    'име_|презиме|корисни|адреса|град_|улица|држава|рођењ|датум|фирма|телефон|претраж|тема_|коментар|купац|наслов|опис|имејл',
  otherThing:
    'captcha|купон|попуст|поклон|поштански|картиц|количин|износ|цена|серијски|модел|производ|праћењ|поруџб|лиценц|позивниц|упари|wifi|јмбг|безбедносни кључ|слик|састан|соба|налепниц|језик|валут|избриши|обриши|канал|пин_|уговор|активац|питање',
  otherMessage: 'фишинг|лажн|превар|push obavešt|пуш',
  otherMethod: 'други начин|другу методу|уместо тога|алтернатив|изгубили|проблем',
  sixDigits: 'шест|осам',
};
