namespace EssConsult.Registration.Room;

/// <summary>One idea on a table's sheet; it becomes one contribution.</summary>
internal sealed class SheetProposal
{
    public const int LongestTitle = 200;
    public const int LongestText = 10_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid SheetId { get; init; }

    /// <summary>From 0.</summary>
    public int Position { get; init; }

    public required string Title { get; set; }

    /// <summary>Markdown.</summary>
    public required string Text { get; set; }

    /// <summary>A term of the list of sectors.</summary>
    public string? SectorId { get; set; }

    /// <summary>The contribution that it became.</summary>
    public string? ContentItemId { get; set; }

    public bool IsComplete => Title.Length > 0 && Text.Length > 0;
}

/// <summary>A proposal as somebody types it.</summary>
internal sealed record TypedProposal(string Title, string Text, string? SectorId);
