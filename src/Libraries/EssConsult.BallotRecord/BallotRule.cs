using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EssConsult.Ledger;
using EssConsult.Tally;

namespace EssConsult.BallotRecord;

/// <summary>What a regime protects is said on the voting page.</summary>
public enum BallotRegime
{
    /// <summary>Sealed to a key that the site does not have; nothing links a voter to a choice once it is counted.</summary>
    Secret,

    /// <summary>Linked to the voter until the appeal delay ends.</summary>
    Open,
}

public enum ElectorateKind
{
    /// <summary>Everyone with a confirmed account.</summary>
    Accounts,

    /// <summary>Those who hold a role.</summary>
    Role,

    /// <summary>Those whom the door of an event has seen.</summary>
    Event,

    /// <summary>A list of addresses, perhaps with weights.</summary>
    Roll,

    /// <summary>One vote for each structure of the list, cast by any of its members.</summary>
    Structures,

    /// <summary>Whoever is in the room and types the code of the tables: browsers are counted, not people, so that it decides nothing.</summary>
    Room,

    /// <summary>Whoever reads a mailbox, without an account: one vote for each mailbox that was confirmed.</summary>
    Addresses,
}

/// <summary>Who may vote.</summary>
public sealed record ElectorateRule(ElectorateKind Kind)
{
    /// <summary>The role, or the event's id.</summary>
    public string? Of { get; init; }

    /// <summary>Neither the team nor elected officials.</summary>
    public bool WithoutStaff { get; init; }

    /// <summary>The sum of the weights of those who could vote when the vote opened; null where it grows.</summary>
    public long? Size { get; init; }

    /// <summary>SHA-256 of the list with its salt.</summary>
    public string? Hash { get; init; }
}

/// <param name="Id">Short, unique in its question.</param>
/// <param name="Source">Where it stands on the site: the id of a contribution, an entry or a page.</param>
public sealed record BallotOption(string Id, string Label, string? Source = null);

public sealed record BallotQuestion(string Id, string Title, TallyRule Rule, IReadOnlyList<BallotOption> Options)
{
    /// <summary>Equals are drawn from the print of the rule and of the box; otherwise they are listed as equals.</summary>
    public bool DrawsTies { get; init; }

    public OptionList OptionIds() => new(Options.Select(option => option.Id));
}

/// <param name="Edition">Id of the edition.</param>
/// <param name="Percent">Weight of the public's mark beside the jury's; 0 for a prize apart.</param>
public sealed record PrizeShare(string Edition, int Percent);

/// <summary>All that a vote depends on besides its ballots. A draft until it is frozen; then its hash is on the page.</summary>
public sealed record BallotRule
{
    public int Version { get; init; } = 1;

    public string Id { get; init; } = string.Empty;

    public string Title { get; init; } = string.Empty;

    public DateTime? OpensUtc { get; init; }

    /// <summary>Null for a motion that is closed in the room.</summary>
    public DateTime? ClosesUtc { get; init; }

    public BallotRegime Regime { get; init; } = BallotRegime.Open;

    /// <summary>A vote may be changed until the end.</summary>
    public bool Revote { get; init; } = true;

    /// <summary>How many voted is shown while the vote is open.</summary>
    public bool ShowsTurnout { get; init; }

    /// <summary>For the room only: it binds nobody.</summary>
    public bool Indicative { get; init; }

    public ElectorateRule Electorate { get; init; } = new(ElectorateKind.Accounts);

    /// <summary>Public opening keys of a secret vote, in the order in which envelopes are opened; hexadecimal.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>Days after the count in which an open vote can be contested; then the link to voters is destroyed.</summary>
    public int AppealDays { get; init; } = 15;

    /// <summary>When a vote waits for the commission; null where no vote is screened.</summary>
    public ScreeningRule? Screening { get; init; }

    /// <summary>The edition of a prize whose public votes here, and how it counts there; null for any other vote.</summary>
    public PrizeShare? Prize { get; init; }

    public IReadOnlyList<BallotQuestion> Questions { get; init; } = [];

    /// <exception cref="JsonException">Not a rule.</exception>
    public static BallotRule Read(string json) => JsonSerializer.Deserialize<BallotRule>(json, TallyJson.Options) ?? throw new JsonException("No rule.");

    /// <summary>Canonical JSON.</summary>
    public string Write() => CanonicalJson.Text(JsonSerializer.SerializeToElement(this, TallyJson.Options));

    /// <summary>SHA-256 of a text in UTF-8, in lower-case hexadecimal.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
