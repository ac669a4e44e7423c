namespace EssConsult.Tickets.Paper;

/// <summary>The words of a sign-in sheet.</summary>
public sealed record SignInWords
{
    public string Title { get; init; } = "Liste d’émargement";

    public string Number { get; init; } = "N°";

    public string Name { get; init; } = "Nom";

    public string Organisation { get; init; } = "Organisation";

    public string Signature { get; init; } = "Signature";

    /// <summary>{0} is the page, {1} how many there are.</summary>
    public string Page { get; init; } = "Page {0}/{1}";
}
