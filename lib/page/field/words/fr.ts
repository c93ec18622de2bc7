import type { LanguageWords } from './language-words.ts';

/** Français. */
export const fr: LanguageWords = {
  factor:
    'deux facteurs|double facteur|2 facteurs|deux etapes|2 etapes|double authenti|multi facteur|multifacteur|plusieurs facteurs|second facteur|deuxième facteur|double vérif|bifacteur|a2f_|facteur',
  authenticator:
    "authentificateur|appli* d'authenti|application d authenti|application dauthenti|application de double|appli dauthenti|application d'authenti|application totp|générateur de code|generateur de jeton|application 2fa|application de vérif|application de validation",
  app: 'appli|smartphone|généré|téléphone mobile',
  oneTime: 'usage unique|un seul usage|otp|à usage|mot de passe unique|temporaire',
  code: 'code|chiffre|otp',
  token: 'jeton',
  authentication: 'authenti|double',
  confirmation: 'vérif|confirm',
  sent: "envoye|envoyons|transmis|reçu_|reçus_|avez reçu|vient d'être|vous appel|consultez votre|vérifiez votre boite|vérifiez vos|expire dans|valable",
  channel:
    'e mail|email|mail|courriel|messagerie|sms|texto|appel téléphon|par téléphone|numéro de téléphone|boîte de réception|boite mail|mobile se term|par mel',
  resend:
    'renvoyer|renvoi|envoyer à nouveau|nouveau code|pas reçu|recevoir un|recevoir le|envoyer un|envoyer le|demander un|obtenir un nouveau|autre code',
  backup: 'récup|secours|de sauvegarde|urgence|restauration|dépannage',
  device: 'appareil|dispositif|terminal|caméra',
  scan: 'scann|qr|flash|code barre|clé secrète',
  secret: 'mot de passe|phrase de passe|mdp_',
  identity:
    'nom_|prénom|utilisateur|identifiant|adresse|ville|rue_|pays_|naissance|date_|société|téléphone|recherch|sujet|commentaire|numéro client|code client|titre|description|courriel|e mail|email|libellé',
  otherThing:
    "captcha|coupon|promo|cadeau|remise|postal|cryptogramme|carte|iban_|quantité|montant|prix|série|modèle|référence|produit|suivi|commande|licence|invit|parrain|appairage|wifi|fiscal|clé de sécurité|clef de sécurité|de l'image|dans l'image|sur l'image|réunion|salle|autocollant|étiquette|langue|devise|supprimer|suppression|canal|nip_|pin_|contrat|activation|question de sécurité|question secrète|parcelle|autre appareil|nouvel appareil|associer un appareil",
  otherMethod:
    'autre méthode|autre moyen|autrement|autre façon|à la place|essayer|perdu|pas accès|plus accès|problème',
  sixDigits: 'six_|huit_',
};
