import type { LanguageWords } from './language-words.ts';

/** Français. */
export const fr: LanguageWords = {
  factor:
    'deux facteurs|double facteur|2 facteurs|deux etapes|2 etapes|double authenti|multi facteur|multifacteur|plusieurs facteurs|second facteur|deuxième facteur|double vérif|bifacteur|a2f_|facteur|authentification forte|double étape|vérification en deux|second niveau|2fa|mfa_|authentification renforcée|à 2 fact',
  authenticator:
    "authentificateur|appli* d'authenti|application d authenti|application dauthenti|application de double|appli dauthenti|application d'authenti|application totp|générateur de code|generateur de jeton|application 2fa|application de vérif|application de validation|application authenti|appli authenti|app d'authenti|app dauthenti|logiciel d'authenti|logiciel dauthenti|application mobile d'authenti|application mobile dauthenti|application otp|application de sécurité|application de génération|générateur d'otp|générateur dotp|générateur de mot|google auth|outil d'authenti|outil dauthenti|basé sur le temps|application tierce d'authenti|appareil d'authenti|appareil dauthenti|application de code",
  app: 'appli|smartphone|généré|téléphone mobile',
  oneTime: 'usage unique|un seul usage|otp|à usage|mot de passe unique|temporaire',
  code: 'code|chiffre|otp',
  token: 'jeton',
  authentication: 'authenti|double',
  confirmation: 'vérif|confirm',
  sent: "envoye|envoyons|transmis|reçu_|reçus_|avez reçu|vient d'être|vous appel|consultez votre|vérifiez votre boite|vérifiez vos|expire dans|valable|a été envoy|ont été envoy|vous avons|venons de|vous recevrez|expédié|communiqué par|parvenu|arrivé",
  channel:
    'e mail|email|mail|courriel|messagerie|sms|texto|appel téléphon|par téléphone|numéro de téléphone|boîte de réception|boite mail|mobile se term|par mel|par mail|téléphone mobile se|numéro de mobile|numéro de portable|portable se|whatsapp|message texte|adresse mail|votre boîte|par courrier|numéro se term',
  resend:
    'renvoyer|renvoi|envoyer à nouveau|nouveau code|pas reçu|recevoir un|recevoir le|envoyer un|envoyer le|demander un|obtenir un nouveau|autre code|renvoyez|ré envoyer|réenvoyer|redemander|recevoir à nouveau|pas encore reçu|envoyer de nouveau|nouvel envoi|recevoir mon code|recevoir par',
  backup:
    "récup|secours|de sauvegarde|urgence|restauration|dépannage|code de récup|codes de récup|réserve|clé de récup|à usage d'urgence",
  device: 'appareil|dispositif|terminal|caméra',
  scan: 'scann|qr|flash|code barre|clé secrète',
  secret: 'mot de passe|phrase de passe|mdp_',
  identity:
    'nom_|prénom|utilisateur|identifiant|adresse|ville|rue_|pays_|naissance|date_|société|téléphone|recherch|sujet|commentaire|numéro client|code client|titre|description|courriel|e mail|email|libellé',
  otherThing:
    "captcha|coupon|promo|cadeau|remise|postal|cryptogramme|carte|iban_|quantité|montant|prix|série|modèle|référence|produit|suivi|commande|licence|invit|parrain|appairage|wifi|fiscal|clé de sécurité|clef de sécurité|de l'image|dans l'image|sur l'image|réunion|salle|autocollant|étiquette|langue|devise|supprimer|suppression|canal|nip_|pin_|contrat|activation|question de sécurité|question secrète|parcelle|autre appareil|nouvel appareil|associer un appareil",
  otherMessage: 'hameçonn|frauduleu|notification push',
  otherMethod:
    'autre méthode|autre moyen|autrement|autre façon|à la place|essayer|perdu|pas accès|plus accès|problème',
  sixDigits: 'six_|huit_',
};
