namespace EssConsult.Content.Contracts;

/// <summary>A part that another module brings: how editors are asked for it. Members that it does not name stay in the item's JSON.</summary>
public interface IPartForm
{
    /// <summary>As it stands in the JSON, e.g. <c>InputPart</c>.</summary>
    string PartName { get; }

    /// <summary>French, a key of the translations.</summary>
    string Label { get; }

    /// <summary>What is asked for on an item of this type, in order.</summary>
    IReadOnlyList<PartMember> MembersOf(string contentType);
}

public enum PartMemberKind
{
    Text,

    /// <summary>Several lines of text.</summary>
    Paragraph,
    Flag,

    /// <summary>A whole number; nothing is a number that is not set.</summary>
    Number,

    /// <summary>One of <see cref="PartMember.Choices"/>.</summary>
    Choice,

    /// <summary>A day and an hour by the clock of Paris, kept in UTC: <c>2027-03-03T09:00:00Z</c>.</summary>
    Moment,

    /// <summary>Orchard's list of <c>{Text, Value}</c>, one a line: « value | text », or the text alone.</summary>
    Options,
}

/// <summary>One member of a part's JSON as an editor sees it. Words are French and keys of the translations.</summary>
public sealed record PartMember(string Name, string Label, PartMemberKind Kind = PartMemberKind.Text)
{
    public string? Hint { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>A flag that counts as set where nothing is said.</summary>
    public bool IsOnByDefault { get; init; }

    public IReadOnlyList<PartChoice> Choices { get; init; } = [];
}

public sealed record PartChoice(string Value, string Label);
