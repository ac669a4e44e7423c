using static EssConsult.Content.Contracts.PartMemberKind;

namespace EssConsult.Prize.Editions;

internal sealed class PrizePartForm(IContentDefinitions definitions) : IPartForm
{
    /// <summary>The stereotype of types that are only lists of questions.</summary>
    public const string Questions = "PrizeQuestions";

    public string PartName => nameof(PrizePart);

    public string Label => "Calendrier et règles du prix";

    public IReadOnlyList<PartMember> MembersOf(string contentType) =>
    [
        new(nameof(PrizePart.Opens), "Le dépôt ouvre", Moment) { Hint = "Heure de Paris." },
        new(nameof(PrizePart.Closes), "Le dépôt ferme", Moment) { Hint = "Heure de Paris." },
        new(nameof(PrizePart.Grace), "Minutes de plus pour un dossier déjà ouvert", Number) { Hint = "Publiées à côté de la date limite. Vide : 15 minutes." },
        new(nameof(PrizePart.ScoringCloses), "La notation ferme", Moment) { Hint = "Heure de Paris. Vide : quand l’équipe la clôt." },
        new(nameof(PrizePart.Reminders), "Rappels au jury, en jours avant") { Hint = "Par exemple 7, 2. Vide : 7, 2. Le circuit « Rappels aux jurés » les envoie." },
        new(nameof(PrizePart.Questions), "Questions du dossier", Choice) { Hint = "Un type de page dont les champs sont les questions.", Choices = [new(string.Empty, "Aucune : un titre suffit"), .. definitions.Types.Where(type => type.Options.Stereotype == Questions).Select(type => new PartChoice(type.Name, type.DisplayName))] },
        new(nameof(PrizePart.MostPerStructure), "Dossiers par structure, au plus", Number) { Hint = "Vide : sans limite." },
        new(nameof(PrizePart.Categories), "Catégories", Paragraph) { Hint = "Une par ligne : chaque dossier en choisit une. Vide : pas de catégorie." },
        new(nameof(PrizePart.RulesText), "Règlement à accepter à l’envoi", Paragraph) { Hint = "Chaque changement publié fait une nouvelle version, à accepter au prochain envoi ; les précédentes restent. Vide : rien à accepter." },
        new(nameof(PrizePart.Statement), "Attestation sur l’honneur, à l’envoi", Paragraph) { Hint = "De même, version par version." },
        new(nameof(PrizePart.Conditions), "Conditions de recevabilité", Paragraph) { Hint = "Une par ligne : publiées, et rappelées à qui décide." },
        new(nameof(PrizePart.TwoReaders), "Recevabilité décidée à deux", Flag) { Hint = "Deux personnes de l’équipe doivent être du même avis." },
        new(nameof(PrizePart.AppealDays), "Jours pour contester une non-recevabilité", Number) { Hint = "Quelqu’un qui n’a pas lu le dossier décide du recours. Vide : pas de recours ici." },
        new(nameof(PrizePart.Charter), "Charte du jury", Paragraph) { Hint = "Acceptée par chaque jurée et juré avant de lire les dossiers." },
        new(nameof(PrizePart.Readers), "Option avancée : lecteurs par dossier", Number) { Hint = "Vide : chaque membre du jury lit tous les dossiers, sauf déport. Sinon : répartition équilibrée, tirée d’après l’empreinte de la règle." },
        new(nameof(PrizePart.MostPerJuror), "Option avancée : dossiers par membre du jury, au plus", Number) { Hint = "Avec un nombre de lecteurs par dossier. Vide : sans limite." },
        new(nameof(PrizePart.LinkYears), "Option avancée : années où chercher des liens", Number) { Hint = "Dossiers déposés ensemble, dans cette édition ou d’autres. Vide : 3." },
        new(nameof(PrizePart.Archived), "Édition passée, tenue ailleurs", Flag) { Hint = "Sans dossiers ici." },
    ];
}
