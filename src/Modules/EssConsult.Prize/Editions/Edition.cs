using System.Globalization;

namespace EssConsult.Prize.Editions;

internal enum EditionStage
{
    /// <summary>Entries are written, sent and screened.</summary>
    Call,
    Scoring,
    Deliberation,
    Announced,
}

/// <summary>The record beside an edition's page: what the page states, and how far the edition is.</summary>
internal sealed class Edition
{
    public static readonly TimeSpan UsualGrace = TimeSpan.FromMinutes(15);

    public const int UsualLinkYears = 3;

    private const string UsualReminders = "7,2";

    public required string ContentItemId { get; init; }

    public string Title { get; set; } = string.Empty;

    /// <summary>Without the leading slash.</summary>
    public string Path { get; set; } = string.Empty;

    public DateTime? OpensUtc { get; set; }

    public DateTime? ClosesUtc { get; set; }

    public int GraceMinutes { get; set; }

    public DateTime? ScoringClosesUtc { get; set; }

    /// <summary>As the page says; null for <see cref="UsualReminders"/>.</summary>
    public string? Reminders { get; set; }

    public string? QuestionsType { get; set; }

    /// <summary>How many years back entries sent together may be a link.</summary>
    public int LinkYears { get; set; } = UsualLinkYears;

    public int? MostPerStructure { get; set; }

    public int? Readers { get; set; }

    public int? MostPerJuror { get; set; }

    public bool HasTwoReaders { get; set; }

    public bool Published { get; set; }

    public bool IsArchived { get; set; }

    public bool IsDemo { get; set; }

    public EditionStage Stage { get; private set; }

    /// <summary>How many entries were sent: the next one's number is one more.</summary>
    public int Numbers { get; set; }

    /// <summary>The rule as it was frozen when scoring opened, and its SHA-256 in lower-case hexadecimal.</summary>
    public string? Rule { get; private set; }

    public string? RuleHash { get; private set; }

    /// <summary>When circuits were told that every sheet is given: they hear of it once.</summary>
    public DateTime? SheetsToldUtc { get; set; }

    /// <summary>How many acts are in its register; the next one's position.</summary>
    public int RecordSize { get; set; }

    /// <summary>Root of the register when the laureates were announced (RFC 6962), in lower-case hexadecimal.</summary>
    public string? RecordRoot { get; set; }

    public int? AppealDays { get; set; }

    /// <summary>What an entry chooses one of, a category a line.</summary>
    public string? Categories { get; set; }

    /// <summary>The versions that are to be accepted; null where there is nothing to accept.</summary>
    public int? RulesVersion { get; set; }

    public int? StatementVersion { get; set; }

    public IReadOnlyList<string> CategoryList => Categories?.Split('\n') ?? [];

    /// <summary>Since when everybody may read the public answers of the entries that are eligible; null while nobody may.</summary>
    public DateTime? GalleryUtc { get; set; }

    /// <summary>When the texts of entries that won nothing were erased, their time being over; and the jury's file.</summary>
    public DateTime? EntriesErasedUtc { get; set; }

    public DateTime? JuryErasedUtc { get; set; }

    public DateTime? LateUntilUtc => ClosesUtc?.AddMinutes(GraceMinutes);

    /// <summary>Days before scoring closes on which jurors are reminded, the nearest first.</summary>
    public IReadOnlyList<int> ReminderDays => [.. (Reminders ?? UsualReminders).Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries).Select(text => int.TryParse(text, CultureInfo.InvariantCulture, out var days) ? days : 0).Where(days => days is > 0 and <= 90).Distinct().Order()];

    /// <summary>New entries may be begun.</summary>
    public bool IsOpen(DateTime now) => Published && !IsArchived && Stage == EditionStage.Call && OpensUtc <= now && now < ClosesUtc;

    /// <summary>An entry that was begun at <paramref name="begunUtc"/> may be changed and sent.</summary>
    public bool Takes(DateTime begunUtc, DateTime now) => Published && !IsArchived && Stage == EditionStage.Call && OpensUtc <= now && now < (begunUtc < ClosesUtc ? LateUntilUtc : ClosesUtc);

    public bool TakesMarks(DateTime now) => Stage == EditionStage.Scoring && !(ScoringClosesUtc <= now);

    public bool IsCallOver(DateTime now) => LateUntilUtc <= now;

    /// <exception cref="RuleException">Entries are still taken, or scoring is open already.</exception>
    public void OpenScoring(ScoringRule rule, DateTime now)
    {
        if (Stage != EditionStage.Call)
        {
            throw new RuleException("prize.scoring-open", "La notation est déjà ouverte.");
        }

        if (!IsCallOver(now))
        {
            throw new RuleException("prize.call-open", "Le dépôt n’est pas terminé : la notation ouvre après.");
        }

        if (ScoringClosesUtc <= now)
        {
            throw new RuleException("prize.scoring-over", "La date de fin de notation est passée : changez-la et publiez avant d’ouvrir.");
        }

        if (!rule.Counting.Any())
        {
            throw new RuleException("prize.no-criterion", "La grille n’a aucun critère qui compte : ajoutez-en un à l’édition.");
        }

        if (rule.Broken is { } wrong)
        {
            throw new RuleException("prize.criterion", "Le critère « {0} » ne peut pas être noté : vérifiez son échelle et son poids.", wrong.Label);
        }

        Rule = rule.Write();
        RuleHash = Sealing.Hash(Rule);
        Stage = EditionStage.Scoring;
    }

    public void CloseScoring() => Move(EditionStage.Scoring, EditionStage.Deliberation, "La notation n’est pas ouverte.");

    public void Announce() => Move(EditionStage.Deliberation, EditionStage.Announced, "Le palmarès se publie après la délibération, une seule fois.");

    private void Move(EditionStage from, EditionStage to, string otherwise)
    {
        if (Stage != from)
        {
            throw new RuleException("prize.stage", otherwise);
        }

        Stage = to;
    }
}
