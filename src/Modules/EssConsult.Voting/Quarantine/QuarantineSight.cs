using System.Text.Json;

namespace EssConsult.Voting.Quarantine;

/// <summary>What an officer saw of a group, or of one vote, when pressing the button: nothing else is decided along with it. Travels hidden in the form.</summary>
/// <param name="VoteId">Null for the whole group.</param>
/// <param name="Keeps">As proposed; null while nothing is.</param>
/// <param name="Contested">Only those whose voter wrote were shown.</param>
internal sealed record QuarantineSight(string Group, Guid? VoteId, QuarantineReason Reason, bool? Keeps, string? Why, string? ProposedById, bool Contested, int Votes)
{
    public string Write() => JsonSerializer.Serialize(this);

    /// <exception cref="RuleException">It is none: the page is to be loaded anew.</exception>
    public static QuarantineSight Read(string? text)
    {
        try
        {
            return (string.IsNullOrEmpty(text) ? null : JsonSerializer.Deserialize<QuarantineSight>(text)) ?? throw Moved();
        }
        catch (JsonException)
        {
            throw Moved();
        }
    }

    public static RuleException Moved() => new RuleException("quarantine.moved", "Ces votes viennent d’être traités ailleurs. Rechargez la page.");
}
