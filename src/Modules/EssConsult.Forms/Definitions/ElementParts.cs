using static EssConsult.Content.Contracts.PartMemberKind;

namespace EssConsult.Forms.Definitions;

/// <summary>The parts of a form's elements, as an editor is asked for them. Members' names are Orchard's.</summary>
internal static class ElementParts
{
    public static readonly IReadOnlyList<IPartForm> All =
    [
        new ElementPart("FormPart", "Envoi",
            new("Action", "Adresse où le formulaire est envoyé") { Hint = "Vide : les réponses sont gardées ici, et le circuit choisi plus bas les reçoit." },
            new("Method", "Méthode", Choice) { Choices = [new("POST", "POST"), new("GET", "GET")] },
            new("EncType", "Codage", Choice) { Choices = [new("", "Selon les réponses"), new("application/x-www-form-urlencoded", "application/x-www-form-urlencoded"), new("multipart/form-data", "multipart/form-data"), new("text/plain", "text/plain")] },
            new("EnableAntiForgeryToken", "Seulement depuis ce site", Flag) { IsOnByDefault = true },
            new("SaveFormLocation", "Retenir la page du formulaire", Flag) { IsOnByDefault = true }),
        new ElementPart("FormElementPart", "Repère dans la page",
            new PartMember("Id", "Identifiant HTML") { Hint = "Sans espace ; vide, il est fait du nom." }),
        new ElementPart("FormInputElementPart", "Nom",
            new PartMember("Name", "Nom technique de la réponse") { Hint = "Il sert aux circuits et de colonne dans l’export. Des lettres sans accent, sans espace.", IsRequired = true }),
        new ElementPart("FormElementLabelPart", "Question posée",
            new("Label", "Question"),
            new("Option", "Elle est", Choice) { Choices = [new("Standard", "Affichée"), new("ScreenReaders", "Lue par les lecteurs d’écran seulement"), new("None", "Absente : un libellé la donne")] }),
        new ElementPart("FormElementValidationPart", "Erreur",
            new PartMember("Option", "La phrase d’erreur", Choice) { Choices = [new("Standard", "À côté de la réponse"), new("None", "Dans le résumé et à côté de la réponse")] }),
        new ElementPart("InputPart", "Réponse courte",
            new("Type", "Genre de réponse", Choice) { Choices = [.. InputKinds.Select(kind => new PartChoice(kind.Type, kind.Label))] },
            new("DefaultValue", "Valeur au départ"),
            new("Placeholder", "Exemple dans le champ")),
        new ElementPart("TextAreaPart", "Réponse longue",
            new("DefaultValue", "Valeur au départ", Paragraph), new("Placeholder", "Exemple dans le champ"), new("Rows", "Lignes", Number)),
        new ElementPart("SelectPart", "Choix",
            new("Options", "Réponses proposées", Options) { Hint = "Une par ligne : « valeur | texte », ou le texte seul." },
            new("DefaultValue", "Valeur au départ"),
            new("Editor", "Présentation", Choice) { Choices = [new("Dropdown", "Liste déroulante"), new("Radio", "Un seul choix, tous visibles"), new("Checkbox", "Plusieurs choix, tous visibles")] }),
        new ElementPart("ButtonPart", "Bouton",
            new("Text", "Texte"), new("Type", "Genre", Choice) { Choices = [new("submit", "Envoyer"), new("reset", "Effacer")] }),
        new ElementPart("LabelPart", "Libellé", new PartMember("For", "Identifiant HTML de la réponse")),
        new ElementPart("ValidationPart", "Phrase d’erreur", new PartMember("For", "Nom technique de la réponse")),
        new ElementPart("ValidationSummaryPart", "Résumé des erreurs", new PartMember("ModelOnly", "Seulement les erreurs de l’ensemble", Flag)),
        new ElementPart("ReCaptchaPart", "ReCaptcha"),
    ];

    private static IReadOnlyList<(string Type, string Label)> InputKinds =>
    [
        ("text", "Texte"), ("email", "Adresse e-mail"), ("tel", "Téléphone"), ("url", "Adresse d’un site"), ("number", "Nombre"), ("date", "Date"), ("time", "Heure"),
        ("datetime-local", "Date et heure"), ("month", "Mois"), ("week", "Semaine"), ("checkbox", "Case à cocher"), ("radio", "Bouton radio"), ("file", "Fichier"), ("range", "Curseur"), ("color", "Couleur"),
        ("search", "Recherche"), ("password", "Mot de passe (jamais gardé)"), ("hidden", "Caché"),
    ];

    private sealed record ElementPart(string PartName, string Label, params PartMember[] Members) : IPartForm
    {
        public IReadOnlyList<PartMember> MembersOf(string contentType) => Members;
    }
}
