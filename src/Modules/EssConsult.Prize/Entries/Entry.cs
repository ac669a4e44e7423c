using EssConsult.Prize.Editions;

namespace EssConsult.Prize.Entries;

internal enum EntryState
{
    /// <summary>Never sent.</summary>
    Draft,
    Submitted,
    Eligible,
    Ineligible,
    Withdrawn,
}

/// <summary>
/// What somebody enters. <see cref="Title"/> and <see cref="Answers"/> are the working copy; what counts is what was sent last
/// (<see cref="EntrySubmission"/>).
/// </summary>
internal sealed class Entry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string EditionId { get; init; }

    public required string OwnerId { get; init; }

    /// <summary>Within the edition, from 1, given when it is first sent.</summary>
    public int? Number { get; private set; }

    public EntryState State { get; private set; }

    public string Title { get; private set; } = string.Empty;

    /// <summary>The structure of the directory that enters; null for a person.</summary>
    public Guid? ActorId { get; private set; }

    /// <summary>One of the edition's; null while none is chosen.</summary>
    public string? Category { get; private set; }

    /// <summary>As it was sent last.</summary>
    public string? SentCategory { get; private set; }

    /// <summary>The item of the edition's questions, as JSON.</summary>
    public string? Answers { get; private set; }

    /// <summary>One more with each save: two windows never overwrite one another.</summary>
    public int Version { get; private set; }

    public required DateTime CreatedUtc { get; init; }

    public DateTime ChangedUtc { get; private set; }

    public DateTime? SubmittedUtc { get; private set; }

    /// <summary>How often it was sent, and at which <see cref="Version"/> last.</summary>
    public int Submissions { get; private set; }

    public int SubmittedVersion { get; private set; }

    /// <summary>The structure in whose name it was sent last: what the jury reads, and what makes a link.</summary>
    public Guid? SentActorId { get; private set; }

    /// <summary>SHA-256 of what was sent last.</summary>
    public string? Receipt { get; private set; }

    public DateTime? ScreenedUtc { get; private set; }

    /// <summary>Why it is not eligible; its applicant reads it.</summary>
    public string? Reason { get; private set; }

    /// <summary>Until when a correction that the team asked for may be sent, and what is to be corrected.</summary>
    public DateTime? CorrectionUntilUtc { get; private set; }

    public string? Correction { get; private set; }

    /// <summary>A code lets it in after the deadline, until then.</summary>
    public DateTime? LateUntilUtc { get; private set; }

    /// <summary>Its applicant was erased: the gallery leaves it out.</summary>
    public bool IsOffGallery { get; init; }

    public bool WasSent => Submissions > 0;

    public bool HasUnsentChanges => WasSent && Version > SubmittedVersion;

    /// <exception cref="RuleException">Saved elsewhere since, withdrawn, or the deadline has passed.</exception>
    public void Save(Edition edition, string title, Guid? actorId, string? answers, int version, DateTime now, string? category = null)
    {
        RequireOpen(edition, now);
        if (version != Version)
        {
            throw new RuleException("entry.two-tabs", TwoTabs);
        }

        (Title, ActorId, Answers, Category, ChangedUtc) = (title, actorId, answers, edition.CategoryList.Contains(category) ? category : null, now);
        Version++;
    }

    public const string TwoTabs = "Ce dossier a été modifié dans une autre fenêtre. Copiez vos changements, puis rechargez la page.";

    /// <param name="number">For when it has none.</param>
    public void Submit(Edition edition, int number, string receipt, DateTime now)
    {
        RequireOpen(edition, now);
        Number ??= number;
        (State, SubmittedUtc, Receipt, SubmittedVersion, Reason, ScreenedUtc) = (EntryState.Submitted, now, receipt, Version, null, null);
        (CorrectionUntilUtc, Correction, SentActorId, SentCategory) = (null, null, ActorId, Category);
        Submissions++;
    }

    public void OpenLate(DateTime until) => LateUntilUtc = until;

    /// <summary>Documents that were asked after it was found eligible: what was sent, with these answers; changes that were never sent are gone.</summary>
    public void Complete(EntryText text, string receipt, int version, DateTime now)
    {
        if (version != Version)
        {
            throw new RuleException("entry.two-tabs", TwoTabs);
        }

        (Title, ActorId, Answers, ChangedUtc, SubmittedUtc, Receipt) = (text.Title, text.ActorId, text.Answers, now, now, receipt);
        Category = text.Category;
        SubmittedVersion = ++Version;
        Submissions++;
    }

    public void Withdraw(Edition edition)
    {
        if (State == EntryState.Withdrawn || !WasSent || edition.Stage != EditionStage.Call)
        {
            throw new RuleException("entry.withdrawn", "Ce dossier ne peut plus être retiré ici : écrivez à l’équipe.");
        }

        State = EntryState.Withdrawn;
    }

    /// <param name="reason">Needed when it is not eligible.</param>
    public void Screen(Edition edition, bool isEligible, string? reason, DateTime now)
    {
        CheckScreening(edition, isEligible, reason, now);
        (State, Reason, ScreenedUtc) = (isEligible ? EntryState.Eligible : EntryState.Ineligible, isEligible ? null : reason, now);
        (CorrectionUntilUtc, Correction) = (null, null);
    }

    /// <exception cref="RuleException">It is not the time, or the reason is missing.</exception>
    public void CheckScreening(Edition edition, bool isEligible, string? reason, DateTime now)
    {
        if (edition.Stage != EditionStage.Call || !edition.IsCallOver(now) || State is not (EntryState.Submitted or EntryState.Eligible or EntryState.Ineligible))
        {
            throw new RuleException("entry.screening", "La recevabilité se décide entre la fin du dépôt et l’ouverture de la notation.");
        }

        if (!isEligible && string.IsNullOrEmpty(reason))
        {
            throw new RuleException("entry.reason", "Dites pourquoi ce dossier n’est pas recevable : son auteur le lira.") { Field = "Reason" };
        }
    }

    /// <summary>Until when its applicant may contest that it is not eligible; null when they may not.</summary>
    public DateTime? AppealUntilUtc(Edition edition) => State == EntryState.Ineligible && edition is { Stage: EditionStage.Call, AppealDays: { } days } ? ScreenedUtc?.AddDays(days) : null;

    public bool MayAppeal(Edition edition, DateTime now) => now < AppealUntilUtc(edition);

    /// <summary>An appeal was upheld.</summary>
    public void Uphold(DateTime now) => (State, Reason, ScreenedUtc) = (EntryState.Eligible, null, now);

    /// <summary>It may be changed and sent: while the call is open to it, or to correct what the team asked for.</summary>
    public bool IsOpen(Edition edition, DateTime now) => State != EntryState.Withdrawn && (edition.Takes(CreatedUtc, now) || (edition is { Published: true, IsArchived: false, Stage: EditionStage.Call } && (now < CorrectionUntilUtc || now < LateUntilUtc)));

    /// <param name="what">Words of the team; the applicant reads them.</param>
    /// <param name="until">At least an hour from now.</param>
    public void AskCorrection(Edition edition, string what, DateTime until, DateTime now)
    {
        if (edition.Stage != EditionStage.Call || !edition.IsCallOver(now) || State is EntryState.Withdrawn or EntryState.Draft)
        {
            throw new RuleException("entry.screening", "La recevabilité se décide entre la fin du dépôt et l’ouverture de la notation.");
        }

        if (what.Length == 0)
        {
            throw new RuleException("entry.correction", "Dites ce qui est à corriger.") { Field = "Correction" };
        }

        if (until < now.AddHours(1))
        {
            throw new RuleException("entry.correction-date", "Laissez au moins une heure.") { Field = "Until" };
        }

        (CorrectionUntilUtc, Correction, State, Reason, ScreenedUtc) = (until, what, EntryState.Submitted, null, null);
    }

    private void RequireOpen(Edition edition, DateTime now)
    {
        if (State == EntryState.Withdrawn)
        {
            throw new RuleException("entry.gone", "Ce dossier est retiré.");
        }

        if (!IsOpen(edition, now))
        {
            throw new RuleException("entry.closed", "Le dépôt est fermé : ce dossier ne peut plus être modifié ni envoyé.");
        }
    }
}

/// <summary>What was sent, each time; never changed.</summary>
internal sealed class EntrySubmission
{
    public required Guid EntryId { get; init; }

    /// <summary>From 1.</summary>
    public required int Sequence { get; init; }

    public required DateTime AtUtc { get; init; }

    public required string ById { get; init; }

    /// <summary>Title, structure and answers in canonical JSON; <see cref="Hash"/> is its SHA-256.</summary>
    public required string Content { get; init; }

    public required string Hash { get; init; }
}
