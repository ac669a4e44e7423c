namespace EssConsult.Tickets.Paper;

/// <summary>The words of a sheet of badges.</summary>
public sealed record BadgeWords
{
    public string Title { get; init; } = "Badges";

    public string Table { get; init; } = "Table";

    /// <summary>What a screen reader says in the stead of the code.</summary>
    public string Code { get; init; } = "Code QR du billet";
}
