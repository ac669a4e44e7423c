using EssConsult.Registration.Room;

namespace EssConsult.Registration.Features.Room;

/// <summary>What a scribe sends.</summary>
public sealed record SheetForm
{
    public int Revision { get; set; }

    /// <summary>The browser's own number, given by its script.</summary>
    public string? Writer { get; set; }

    public List<ProposalForm> Proposals { get; set; } = [];

    public bool Agreed { get; set; }

    public string? ConfirmedBy { get; set; }

    /// <summary>Without the empty ones.</summary>
    internal IReadOnlyList<TypedProposal> Read() => [.. Proposals.Select(proposal => proposal.Read()).Where(proposal => proposal.Title.Length > 0 || proposal.Text.Length > 0)];
}

public sealed record ProposalForm
{
    public string? Title { get; set; }

    public string? Text { get; set; }

    public string? SectorId { get; set; }

    internal TypedProposal Read() => new(Cut(TypedText.Clean(Title), SheetProposal.LongestTitle), Cut(TypedText.Clean(Text), SheetProposal.LongestText), SectorId);

    private static string Cut(string text, int most) => text[..Math.Min(text.Length, most)];
}
