namespace EssConsult.Prize.Editions;

/// <summary>An edition of a prize, or any call for projects: its calendar and how entries are judged. The grid is the bag <c>Criteria</c> beside it.</summary>
internal sealed record PrizePart
{
    public DateTime? Opens { get; init; }

    public DateTime? Closes { get; init; }

    /// <summary>Minutes in which an entry that was begun before the deadline may still be sent; published beside the deadline.</summary>
    public int? Grace { get; init; }

    public DateTime? ScoringCloses { get; init; }

    /// <summary>Days before <see cref="ScoringCloses"/> on which jurors with sheets to give are told, by commas; null for the usual ones.</summary>
    public string? Reminders { get; init; }

    /// <summary>Name of a content type: its fields are what an entry answers.</summary>
    public string? Questions { get; init; }

    /// <summary>How many jurors read each entry; null for all of them.</summary>
    public int? Readers { get; init; }

    /// <summary>Entries a juror, where not everybody reads everything; null without a limit.</summary>
    public int? MostPerJuror { get; init; }

    /// <summary>How far back the site looks for entries that a juror and an applicant share; null for the usual years.</summary>
    public int? LinkYears { get; init; }

    public int? MostPerStructure { get; init; }

    /// <summary>What makes an entry eligible, a condition a line.</summary>
    public string? Conditions { get; init; }

    /// <summary>Two people of the team agree before an entry is eligible, or is not.</summary>
    public bool TwoReaders { get; init; }

    /// <summary>Days in which an applicant may contest that their entry is not eligible; null where nobody may here.</summary>
    public int? AppealDays { get; init; }

    /// <summary>What an entry chooses one of, a category a line; null for none.</summary>
    public string? Categories { get; init; }

    /// <summary>What applicants accept when they send, kept in each version.</summary>
    public string? RulesText { get; init; }

    public string? Statement { get; init; }

    /// <summary>What a juror accepts before reading.</summary>
    public string? Charter { get; init; }

    /// <summary>Held elsewhere, before this site: no entries here.</summary>
    public bool Archived { get; init; }

    /// <summary>No field: nobody turns a real edition into a fictional one, which one click removes.</summary>
    public bool Demo { get; init; }
}
