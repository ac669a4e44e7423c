using EssConsult.Actors.Contracts;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Results;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Entries;

/// <summary>What applicants and the team do with entries. Sending takes the edition's turn: numbers and limits are decided inside it.</summary>
internal sealed class EntryVerbs(SiteDb db, EntryQuestions questions, IActors actors, CurrentPerson person, TimeProvider clock)
{
    private const int LongestTitle = 150;

    /// <summary>A new draft; the caller saves.</summary>
    /// <exception cref="RuleException">The call is not open.</exception>
    public Entry Begin(Edition edition)
    {
        var now = clock.UtcNow();
        return edition.IsOpen(now) ? db.Add(new Entry { EditionId = edition.ContentItemId, OwnerId = person.RequiredId, CreatedUtc = now }).Entity
            : throw new RuleException("prize.closed", "Le dépôt n’est pas ouvert.");
    }

    /// <summary>Stores the working copy; the caller saves.</summary>
    public async Task SaveAsync(Edition edition, Entry entry, string? title, Guid? actorId, string? answers, int version, CancellationToken ct, string? category = null)
    {
        if (actorId is { } speaksFor && actorId != entry.ActorId && !await actors.MaySpeakAsync(person.RequiredId, speaksFor, ct))
        {
            throw new RuleException("entry.structure", "Vous ne pouvez pas déposer un dossier au nom de cette structure.") { Field = "ActorId" };
        }

        entry.Save(edition, TypedText.Line(title, LongestTitle), actorId, answers, version, clock.UtcNow(), category);
    }

    /// <summary>Sends the working copy: numbered, kept as it is, with its receipt.</summary>
    /// <exception cref="RuleException">Something is missing, the deadline has passed, or the structure has entered as often as it may.</exception>
    /// <param name="editionId">Whose turn it takes.</param>
    /// <param name="entryId">Of this edition.</param>
    /// <param name="accepted">Hashes of the versions of rules and statement that were ticked; those accepted before need no second tick.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task SubmitAsync(string editionId, Guid entryId, IReadOnlyCollection<string> accepted, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var edition = await db.LockEditionAsync(editionId, ct);
        var entry = await db.Set<Entry>().FirstAsync(row => row.Id == entryId && row.EditionId == editionId, ct);
        await db.Entry(entry).ReloadAsync(ct);
        if (entry.Title.Length == 0 || (edition.CategoryList.Count > 0 && entry.Category is null) || await questions.FaultsAsync(edition, entry.Answers, ct) is { Count: > 0 })
        {
            throw new RuleException("entry.incomplete", "Des réponses manquent ou sont trop longues : revoyez le dossier avant de l’envoyer.");
        }

        await RequireNoAppealAsync(entryId, ct);
        await RequireRoomAsync(edition, entry, ct);
        var terms = await db.CurrentTermsAsync(edition, ct);
        var before = await db.AcceptedAsync(entry, ct);
        if (terms.FirstOrDefault(one => !accepted.Contains(one.Hash) && !before.Contains(one.Name)) is { } missing)
        {
            throw new RuleException("entry.terms", missing.Kind == TermsKind.Rules ? "Acceptez le règlement dans sa version en vigueur." : "Acceptez l’attestation sur l’honneur dans sa version en vigueur.") { Field = "Accepted" };
        }

        var name = entry.ActorId is { } actor ? (await actors.NamesAsync([actor], ct)).GetValueOrDefault(actor)?.Name : null;
        var together = (await db.ApplicantsAsync([entryId], ct))[entryId].Order(StringComparer.Ordinal).ToList();
        var text = (questions.TextOf(edition, entry, name) with { People = together.Count > 1 ? together : [], Accepted = [.. terms.Select(one => one.Name)] }).Write();
        var number = entry.Number ?? ++edition.Numbers;
        entry.Submit(edition, number, Sealing.Hash(text), clock.UtcNow());
        db.Add(new EntrySubmission { EntryId = entry.Id, Sequence = entry.Submissions, AtUtc = entry.SubmittedUtc!.Value, ById = person.RequiredId, Content = text, Hash = entry.Receipt! });
        db.Record(edition, entry.SubmittedUtc!.Value, RecordedActs.OfEntry(entry.Id, entry.Number!.Value, entry.Submissions, entry.Receipt!));
        db.Publish(new EntrySubmitted(entry.Id, editionId, entry.OwnerId, entry.Submissions));
        db.Audit(new AuditEntry("entry.submitted", entry.Id.ToString(), person.RequiredId, new { entry.Receipt, entry.Submissions }));
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }

    /// <summary>Sends what was asked after the entry was found eligible, with all that was sent before.</summary>
    /// <exception cref="RuleException">Changed elsewhere, or scoring is open.</exception>
    public Task CompleteAsync(Edition edition, Guid entryId, string answers, int version, CancellationToken ct) => ActAsync(edition, entryId, async (locked, entry) =>
    {
        if (!questions.AreLaterOpen(locked, entry))
        {
            throw new RuleException("entry.later", "Ces documents ne sont plus attendus : la notation est ouverte.");
        }

        var (sent, now) = ((await db.LastSentAsync([entryId], ct))[entryId], clock.UtcNow());
        var text = questions.CompletedOf(locked, sent, answers);
        var written = text.Write();
        entry.Complete(text, Sealing.Hash(written), version, now);
        db.Add(new EntrySubmission { EntryId = entryId, Sequence = entry.Submissions, AtUtc = now, ById = person.RequiredId, Content = written, Hash = entry.Receipt! });
        db.Record(locked, now, RecordedActs.OfEntry(entryId, entry.Number!.Value, entry.Submissions, entry.Receipt!));
        db.Publish(new EntrySubmitted(entryId, locked.ContentItemId, entry.OwnerId, entry.Submissions) { IsCompletion = true });
        db.Audit(new AuditEntry("entry.completed", entryId.ToString(), person.RequiredId, new { entry.Receipt, entry.Submissions }));
    }, ct);

    public Task WithdrawAsync(Edition edition, Guid entryId, CancellationToken ct) => ActAsync(edition, entryId, (locked, entry) =>
    {
        entry.Withdraw(locked);
        db.Record(locked, clock.UtcNow(), RecordedActs.OfEntry(RecordedActs.Withdrawn, entryId));
        db.Publish(new EntryWithdrawn(entryId, locked.ContentItemId, entry.OwnerId));
        db.Audit(new AuditEntry("entry.withdrawn", entryId.ToString(), person.RequiredId));
        return Task.CompletedTask;
    }, ct);

    /// <summary>Says whether an entry may take part; where two readers decide, it is decided once two are of the same opinion.</summary>
    /// <returns>Whether it is decided.</returns>
    public async Task<bool> ScreenAsync(Edition edition, Guid entryId, bool isEligible, string? reason, IReadOnlyList<ReadCondition> conditions, CancellationToken ct)
    {
        var isDecided = false;
        await ActAsync(edition, entryId, async (locked, entry) => isDecided = await ScreenAsync(locked, entry, isEligible, TypedText.Clean(reason), conditions, ct), ct);
        return isDecided;
    }

    public Task AskCorrectionAsync(Edition edition, Guid entryId, string? what, DateTime until, CancellationToken ct) => ActAsync(edition, entryId, async (locked, entry) =>
    {
        entry.AskCorrection(locked, TypedText.Clean(what), until, clock.UtcNow());
        await RequireNoAppealAsync(entryId, ct);
        db.RemoveRange(db.Set<Screening>().Where(row => row.EntryId == entryId));
        db.Publish(new EntryCorrectionAsked(entryId, locked.ContentItemId));
        db.Audit(new AuditEntry("entry.correction-asked", entryId.ToString(), person.RequiredId, new { entry.Correction, entry.CorrectionUntilUtc }));
    }, ct);

    /// <summary>What was contested is not sent nor read anew: nobody could decide it any more.</summary>
    private async Task RequireNoAppealAsync(Guid entryId, CancellationToken ct)
    {
        if (await db.Set<Appeal>().AnyAsync(row => row.EntryId == entryId, ct))
        {
            throw new RuleException("entry.appealed", "Un recours est déposé : c’est lui qui décide.");
        }
    }

    private async Task<bool> ScreenAsync(Edition edition, Entry entry, bool isEligible, string reason, IReadOnlyList<ReadCondition> conditions, CancellationToken ct)
    {
        var (me, entryId, now) = (person.RequiredId, entry.Id, clock.UtcNow());
        await RequireNoAppealAsync(entryId, ct);
        if (isEligible && reason.Length == 0 && conditions.Any(condition => !condition.IsMet))
        {
            throw new RuleException("entry.conditions", "Cochez chaque condition remplie. S’il en manque une, dites pourquoi ce dossier est recevable tout de même.") { Field = "Reason" };
        }

        var said = await db.Set<Screening>().Where(row => row.EntryId == entryId).ToListAsync(ct);
        var mine = said.Find(row => row.ReaderId == me) ?? db.Add(new Screening { EntryId = entryId, ReaderId = me, IsEligible = isEligible, AtUtc = now }).Entity;
        (mine.IsEligible, mine.Reason, mine.Conditions, mine.AtUtc) = (isEligible, reason.Length > 0 ? reason : null, ReadCondition.Write(conditions), now);
        db.Audit(new AuditEntry("entry.read", entryId.ToString(), me, new { isEligible, met = conditions.Count(condition => condition.IsMet), of = conditions.Count }));
        if (edition.HasTwoReaders && said.Where(row => row.ReaderId != me).Append(mine).Count(row => row.IsEligible == isEligible) < Screening.Readers)
        {
            entry.CheckScreening(edition, isEligible, reason, now);
            return false;
        }

        entry.Screen(edition, isEligible, reason, now);
        db.Record(edition, now, RecordedActs.OfEntry(isEligible ? RecordedActs.Eligible : RecordedActs.Ineligible, entryId));
        db.Publish(new EntryScreened(entryId, edition.ContentItemId, entry.OwnerId, isEligible));
        db.Audit(new AuditEntry(isEligible ? "entry.eligible" : "entry.ineligible", entryId.ToString(), me));
        return true;
    }

    private async Task ActAsync(Edition edition, Guid entryId, Func<Edition, Entry, Task> act, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var locked = await db.LockEditionAsync(edition.ContentItemId, ct);
        var entry = await db.Set<Entry>().FirstAsync(row => row.Id == entryId, ct);
        await db.Entry(entry).ReloadAsync(ct);
        await act(locked, entry);
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }

    private async Task RequireRoomAsync(Edition edition, Entry entry, CancellationToken ct)
    {
        if (edition.MostPerStructure is not { } most || (entry.WasSent && entry.State != EntryState.Withdrawn && entry.SentActorId == entry.ActorId))
        {
            return;
        }

        var sent = await db.Set<Entry>().CountAsync(row => row.EditionId == edition.ContentItemId && row.Id != entry.Id && (row.State == EntryState.Submitted || row.State == EntryState.Eligible || row.State == EntryState.Ineligible)
            && (entry.ActorId == null ? row.SentActorId == null && row.OwnerId == entry.OwnerId : row.SentActorId == entry.ActorId), ct);
        if (sent >= most)
        {
            throw new RuleException("entry.too-many", "Le règlement limite à {0} le nombre de dossiers par structure ou par personne.", most);
        }
    }
}
