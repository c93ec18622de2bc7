import type { LanguageWords } from './language-words.ts';

/** Português. */
export const pt: LanguageWords = {
  factor:
    'dois fatores|dois factores|duplo fator|2 fatores|duas etapas|2 etapas|dois passos|multifator|multi fator|múltiplos fatores|segundo fator|duas fases|dupla autentic|dois factor|fator|duplo factor|autenticação forte|2 passos|verificação em duas|2fa|mfa_|segundo factor|múltiplos factores|multifactor|duas camadas|dupla verific|dupla autent|dois fact',
  authenticator:
    'autenticador|authenticator|aplicativo de autentic|aplicação de autentic|app de autentic|app autentic|aplicativo totp|gerador de código|aplicativo de verif|app de verif|aplicação autentic|aplicativo 2fa|aplicativo autentic|aplicativo de authentic|app de segurança|aplicativo otp|app otp|app totp|app 2fa|aplicativo mfa|app mfa|aplicativo de dois|aplicativo de dupla|gerador de token|gerador de otp|google auth|baseado em tempo|baseada em tempo|baseado no tempo|dispositivo de autentic|dispositivo mfa|software de autentic|programa de autentic|aplicação móvel de autent|token virtual|aplicativo de segurança',
  app: 'aplicativo|aplicação|app_|gerad|smartphone|telemóvel',
  oneTime: 'único|unica|uso único|uma única vez|otp_|senha única|descartável|temporári|de uso',
  code: 'código|codigo|dígito|digito',
  token: 'token',
  authentication: 'autentic',
  confirmation: 'verific|identidade|confirm',
  sent: 'enviado|enviada|enviamos|enviou|recebid|recebeu|acabou de receber|verifique seu|verifique o seu|confira seu|consulte o seu|ligando|expira em|válido por|mandamos|foi enviad|acabámos|receberá|chegou|chegar|te mandamos|remetid|foi encaminhad',
  channel:
    'e mail|email|mail|correio|sms_|mensagem|ligação|chamada|telefone termin|número de telefone|caixa de entrada|celular termin|sms|whatsapp|celular com final|número com final|terminado em|número de telemóvel|número de celular|para seu telefone|para o seu telefone|ao seu telefone|para o telefone',
  resend:
    'reenviar|enviar novamente|enviar de novo|novo código|outro código|não recebeu|nao recebeu|enviar código|enviar o código|obter código|solicitar|receber um|pedir|reenvie|reenvio|mandar novamente|mandar de novo|receber novamente|enviar outro|enviar nova|não chegou|ainda não recebeu|solicite|gerar novo|peça',
  backup:
    'recupera|backup|cópia de segurança|emergência|reserva|resgate|código de recup|códigos de recup|restaura|contingência|chave de recup|código reserva',
  device: 'dispositivo|aparelho|equipamento|câmera|câmara',
  scan: 'escane|digitaliz|qr_|leia o|código de barras|chave secreta',
  secret: 'senha|palavra passe|palavra chave',
  identity:
    'nome_|apelido|usuário|utilizador|endereço|morada|cidade|rua_|país|nascimento|data_|empresa|telefone|pesquis|buscar|assunto|comentário|cliente|título|descrição|e mail|email|identificador|cpf',
  otherThing:
    'captcha|cupom|cupão|promo|presente|desconto|postal|cep_|cartão|quantidade|valor|preço|série|modelo|referência|produto|rastre|pedido|licença|convite|emparelh|wifi|wi fi|fiscal|chave de segurança|imagem|reunião|sala|adesivo|etiqueta|idioma|moeda|excluir|eliminar|apagar|canal|pin_|contrato|ativação|pergunta|outro dispositivo|novo dispositivo',
  otherMessage: 'fraudulent|golpe_|golpes_|notificação push',
  otherMethod:
    'outro método|outra forma|outra maneira|em vez disso|tentar outr|alternativ|perdeu|sem acesso|problemas',
  sixDigits: 'seis_|oito_',
};
