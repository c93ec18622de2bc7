import type { LanguageWords } from './language-words.ts';

/** Português. */
export const pt: LanguageWords = {
  factor:
    'dois fatores|dois factores|duplo fator|2 fatores|duas etapas|2 etapas|dois passos|multifator|multi fator|múltiplos fatores|segundo fator|duas fases|dupla autentic|dois factor|fator',
  authenticator:
    'autenticador|authenticator|aplicativo de autentic|aplicação de autentic|app de autentic|app autentic|aplicativo totp|gerador de código|aplicativo de verif|app de verif|aplicação autentic|aplicativo 2fa',
  app: 'aplicativo|aplicação|app_|gerad|smartphone|telemóvel',
  oneTime: 'único|unica|uso único|uma única vez|otp_|senha única|descartável|temporári|de uso',
  code: 'código|codigo|dígito|digito',
  token: 'token',
  authentication: 'autentic',
  confirmation: 'verific|identidade|confirm',
  sent: 'enviado|enviada|enviamos|enviou|recebid|recebeu|acabou de receber|verifique seu|verifique o seu|confira seu|consulte o seu|ligando|expira em|válido por|mandamos',
  channel:
    'e mail|email|mail|correio|sms_|mensagem|ligação|chamada|telefone termin|número de telefone|caixa de entrada|celular termin',
  resend:
    'reenviar|enviar novamente|enviar de novo|novo código|outro código|não recebeu|nao recebeu|enviar código|enviar o código|obter código|solicitar|receber um|pedir',
  backup: 'recupera|backup|cópia de segurança|emergência|reserva|resgate',
  device: 'dispositivo|aparelho|equipamento|câmera|câmara',
  scan: 'escane|digitaliz|qr_|leia o|código de barras|chave secreta',
  secret: 'senha|palavra passe|palavra chave',
  identity:
    'nome_|apelido|usuário|utilizador|endereço|morada|cidade|rua_|país|nascimento|data_|empresa|telefone|pesquis|buscar|assunto|comentário|cliente|título|descrição|e mail|email|identificador|cpf',
  otherThing:
    'captcha|cupom|cupão|promo|presente|desconto|postal|cep_|cartão|quantidade|valor|preço|série|modelo|referência|produto|rastre|pedido|licença|convite|emparelh|wifi|wi fi|fiscal|chave de segurança|imagem|reunião|sala|adesivo|etiqueta|idioma|moeda|excluir|eliminar|apagar|canal|pin_|contrato|ativação|pergunta|outro dispositivo|novo dispositivo',
  otherMethod:
    'outro método|outra forma|outra maneira|em vez disso|tentar outr|alternativ|perdeu|sem acesso|problemas',
  sixDigits: 'seis_|oito_',
};
