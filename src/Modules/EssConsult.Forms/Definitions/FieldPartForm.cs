using static EssConsult.Content.Contracts.PartMemberKind;

namespace EssConsult.Forms.Definitions;

/// <summary><c>EssFieldPart</c>: what Orchard's elements do not say, and what is checked when answers come.</summary>
internal sealed class FieldPartForm : IPartForm
{
    private static readonly PartMember Required = new("Required", "Il faut répondre", Flag);
    private static readonly PartMember Hint = new("Hint", "Aide sous la question");
    private static readonly PartMember[] Lengths = [new("MinLength", "Caractères au moins", Number), new("MaxLength", "Caractères au plus", Number)];

    private static readonly PartMember[] OfInput =
    [
        Required, Hint,
        new("Autocomplete", "Ce que le navigateur peut remplir", Choice)
        {
            Choices = [new("", "Rien"), new("name", "Nom complet"), new("given-name", "Prénom"), new("family-name", "Nom"), new("email", "Adresse e-mail"), new("tel", "Téléphone"), new("organization", "Structure"), new("street-address", "Adresse"), new("postal-code", "Code postal"), new("address-level2", "Commune")],
        },
        .. Lengths,
        new("Minimum", "La plus petite valeur") { Hint = "Un nombre, ou une date comme 2027-03-31." }, new("Maximum", "La plus grande valeur"), new("Step", "Pas entre deux nombres"),
        new("Pattern", "Forme attendue (expression régulière)"), new("PatternMessage", "Phrase, si la forme n’est pas respectée"),
        new("Kinds", "Fichiers acceptés", Choice) { Choices = [new("", "Images et documents"), new("images", "Images"), new("documents", "Documents")] },
        new("MaxMegabytes", "Taille d’un fichier, en Mo au plus", Number), new("MaxFiles", "Fichiers au plus", Number),
    ];

    public string PartName => "EssFieldPart";

    public string Label => "Contrôles";

    public IReadOnlyList<PartMember> MembersOf(string contentType) => contentType switch
    {
        "Select" => [Required, Hint],
        "TextArea" => [Required, Hint, .. Lengths],
        _ => OfInput,
    };
}
