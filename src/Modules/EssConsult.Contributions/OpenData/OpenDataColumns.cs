using System.Globalization;

namespace EssConsult.Contributions;

/// <summary>A column of the open data: the same list writes the CSV and the page that explains it, so neither can drift.</summary>
/// <param name="Name">Its heading in the CSV.</param>
/// <param name="Json">Its name in the JSON.</param>
/// <param name="Type">French, a key of the translations.</param>
/// <param name="Meaning">French, a key of the translations.</param>
internal sealed record OpenDataColumn(string Name, string Json, string Type, string Meaning, Func<OpenContribution, string?> Cell);

internal static class OpenDataColumns
{
    private const string Words = "texte";
    private const string Whole = "nombre entier";

    public static readonly IReadOnlyList<OpenDataColumn> Own =
    [
        new("id", "id", Words, "Identifiant de la contribution, stable", row => row.Id),
        new("url", "url", "adresse", "Sa page sur ce site, stable même si elle est retirée", row => row.Url),
        new("demarche", "process", Words, "Titre de la démarche", row => row.Process),
        new("etape", "phase", Words, "Titre de l’étape ; vide si aucune", row => row.Phase),
        new("secteur", "sector", Words, "Nom du secteur choisi par l’auteur", row => row.Sector),
        new("territoire", "territory", Words, "Commune ou quartier concerné ; vide si aucun", row => row.Territory),
        new("titre", "title", Words, "Titre", row => row.Title),
        new("texte", "text", "texte Markdown", "Texte entier, tel qu’il est publié", row => row.Text),
        new("auteur", "authorId", Words, "Identifiant tiré au hasard chaque jour : le même pour les textes d’une personne dans un même fichier, sans lien avec un autre fichier", row => row.AuthorId),
        new("structure", "structure", Words, "Structure au nom de laquelle elle est publiée ; vide si l’auteur parle pour lui seul", row => row.Structure),
        new("publiee_le", "publishedUtc", "date et heure (ISO 8601, UTC)", "Première publication", row => row.PublishedUtc.ToString("O", CultureInfo.InvariantCulture)),
        new("soutiens", "supports", Whole, "Soutiens reçus ; indicatif, ce n’est pas un vote", row => row.Supports.ToString(CultureInfo.InvariantCulture)),
        new("commentaires", "comments", Whole, "Commentaires lisibles", row => row.Comments.ToString(CultureInfo.InvariantCulture)),
        new("reponse", "answerState", "code", "Réponse de la collectivité : UnderReview, Accepted, PartlyAccepted, Declined, OutOfScope ou AlreadyUnderway ; vide sans réponse", row => row.AnswerState),
    ];

    /// <summary>The site's own columns, then the fields that an administrator added.</summary>
    public static IReadOnlyList<OpenDataColumn> All(IContentDefinitions definitions) =>
        [.. Own, .. OpenContributions.AddedFields(definitions).Select(field => new OpenDataColumn(field.DisplayName, "fields." + field.Name, TypeOf(field.FieldName), field.Hint ?? string.Empty, row => row.Cells.GetValueOrDefault(field.Name)))];

    private static string TypeOf(string fieldName) => fieldName switch
    {
        "NumericField" => "nombre",
        "BooleanField" => "vrai ou faux",
        "DateField" or "DateTimeField" => "date",
        "LinkField" => "adresse",
        _ => Words,
    };
}
