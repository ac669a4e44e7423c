using System.Globalization;

namespace EssConsult.Contributions;

/// <summary>What the authority answers to a contribution: one answer each, a draft until it is published.</summary>
internal sealed class Answer
{
    public const string ChangedElsewhere = "answer.changed-elsewhere";
    public const string ChangedElsewhereSentence = "Quelqu’un a enregistré une réponse pendant que vous écriviez. Copiez la vôtre, puis rechargez la page.";

    public Guid Id { get; init; }

    public required string ContentItemId { get; init; }

    public AnswerState State { get; set; }

    /// <summary>Markdown.</summary>
    public required string Body { get; set; }

    /// <summary>Who signs: a direction, an elected official; public.</summary>
    public required string Signature { get; set; }

    /// <summary>Who wrote it on the site.</summary>
    public string? AuthorId { get; set; }

    /// <summary>Null while it is a draft.</summary>
    public DateTime? PublishedUtc { get; set; }

    public DateTime ModifiedUtc { get; set; }

    /// <summary>Tells one state of it from the next.</summary>
    public string Stamp => ModifiedUtc.Ticks.ToString(CultureInfo.InvariantCulture);
}

/// <summary>« Ce qu'elle est devenue »: an objective of the roadmap that the contribution feeds.</summary>
internal sealed class AnswerObjective
{
    public required string ContentItemId { get; init; }

    /// <summary>Content item id of the objective.</summary>
    public required string ObjectiveId { get; init; }
}
