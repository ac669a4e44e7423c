using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
using EssConsult.Prize.Results;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Sittings;

/// <summary>What happens in the deliberation room, each in the edition's turn and in its register.</summary>
internal sealed class SittingVerbs(SiteDb db, CurrentPerson person, TimeProvider clock)
{
    public const int LongestText = 2000;

    private const int LongestQuestion = 200;

    /// <summary>By the chair, once the ranking is recorded: what comes after is deliberation, not arithmetic.</summary>
    public Task OpenAsync(string editionId, Juror chair, CancellationToken ct) => ActAsync(editionId, "sitting.opened", async edition =>
    {
        if (edition.Stage != EditionStage.Deliberation || !await db.Set<EditionResult>().AnyAsync(result => result.EditionId == editionId, ct))
        {
            throw new RuleException("sitting.early", "La séance s’ouvre une fois le classement arrêté.");
        }

        db.Add(new Sitting { EditionId = editionId, OpenedUtc = clock.UtcNow(), OpenedById = chair.Id });
        db.Record(edition, clock.UtcNow(), RecordedActs.Of(RecordedActs.SittingOpened));
        await SeatAsync(editionId, ct);
        return null;
    }, ct);

    /// <summary>Present, left, returned.</summary>
    public Task AttendAsync(string editionId, Guid jurorId, AttendanceKind kind, CancellationToken ct) => InSittingAsync(editionId, "sitting.attendance", async (edition, sitting) =>
    {
        var room = await RoomAsync(editionId, ct);
        if (!await db.Set<Juror>().AnyAsync(juror => juror.Id == jurorId && juror.EditionId == editionId && juror.State == JurorState.Accepted, ct) || !room.Allows(jurorId, kind))
        {
            throw new RuleException("attendance.order", "Cette présence est déjà notée.");
        }

        Stage(edition, jurorId, kind, null);

        // Whoever comes in while an entry is discussed that they are recused from goes out at once.
        if (kind is not AttendanceKind.Left && sitting.EntryId is { } entry && await IsRecusedAsync(jurorId, entry, ct))
        {
            Stage(edition, jurorId, AttendanceKind.SteppedOut, entry);
        }

        return new { jurorId, kind };
    }, ct);

    /// <summary>The next entry, or none: whoever is recused from it leaves by themselves, whoever was recused from the one before returns.</summary>
    public Task CallAsync(string editionId, Guid? entryId, CancellationToken ct) => InSittingAsync(editionId, "sitting.called", async (edition, sitting) =>
    {
        await RequireNoOpenRoundAsync(editionId, ct);
        if (entryId is not null && !await db.Set<Entry>().AnyAsync(entry => entry.Id == entryId && entry.EditionId == editionId && entry.State == EntryState.Eligible, ct))
        {
            throw new RuleException("prize.which", "Choisissez un dossier.");
        }

        await TurnAsync(edition, sitting, entryId, ct);
        sitting.Call(entryId);
        db.Record(edition, clock.UtcNow(), RecordedActs.OfCall(entryId));
        return new { entryId };
    }, ct);

    public Task NoteAsync(string editionId, string? text, CancellationToken ct) => InSittingAsync(editionId, "sitting.noted", (edition, sitting) =>
    {
        var (entry, words) = (sitting.RequireEntry(), Words(text, "note.text", "Écrivez ce qui s’est dit.", "Text"));
        db.Add(new SittingNote { EditionId = editionId, EntryId = entry, ById = person.RequiredId, Text = words, AtUtc = clock.UtcNow() });
        db.Record(edition, clock.UtcNow(), RecordedActs.OfNote(entry, Sealing.Hash(words)));
        return Task.FromResult<object?>(null);
    }, ct);

    /// <param name="editionId">Whose sitting.</param>
    /// <param name="award">Empty for none.</param>
    /// <param name="reason">The minutes hold it.</param>
    /// <param name="ct">Ends the writing.</param>
    public Task DecideAsync(string editionId, string? award, string? reason, CancellationToken ct) => InSittingAsync(editionId, "sitting.decided", async (edition, sitting) =>
    {
        var (entry, name) = (sitting.RequireEntry(), TypedText.Line(award, JuryVerbs.LongestName));
        await RequireNoOpenRoundAsync(editionId, ct);
        var words = Words(reason, "decision.reason", "Dites pourquoi : le procès-verbal le reprend.", "Reason");
        db.Add(new SittingDecision { EditionId = editionId, EntryId = entry, Award = name.Length > 0 ? name : null, Reason = words, ById = person.RequiredId, AtUtc = clock.UtcNow() });
        db.Record(edition, clock.UtcNow(), RecordedActs.OfDecision(entry, name, Sealing.Hash(words)));
        await EditionAwards.StageAsync(db, edition, entry, name, citation: null, clock.UtcNow(), ct);
        return new { entry, name };
    }, ct);

    public Task CloseAsync(string editionId, CancellationToken ct) => InSittingAsync(editionId, "sitting.closed", async (edition, sitting) =>
    {
        await RequireNoOpenRoundAsync(editionId, ct);
        await TurnAsync(edition, sitting, null, ct);
        sitting.Close(clock.UtcNow());
        db.Record(edition, clock.UtcNow(), RecordedActs.Of(RecordedActs.SittingClosed));
        return null;
    }, ct);

    /// <summary>Somebody tried other weights. It has no effect, and the register says that it was tried.</summary>
    public Task SimulateAsync(string editionId, IReadOnlyDictionary<string, decimal> weights, CancellationToken ct) => ActAsync(editionId, "sitting.simulated", async edition =>
    {
        if (!await db.Set<EditionResult>().AnyAsync(result => result.EditionId == editionId, ct))
        {
            throw new RuleException("simulation.early", "Une simulation ne se fait qu’une fois le classement arrêté.");
        }

        if (weights.Values.Any(weight => weight is < 0 or > 1000) || weights.Values.All(weight => weight == 0))
        {
            throw new RuleException("simulation.weights", "Donnez à chaque critère un poids de 0 à 1 000, dont un au moins au-dessus de 0.");
        }

        if (edition.Stage == EditionStage.Deliberation)
        {
            db.Record(edition, clock.UtcNow(), RecordedActs.OfSimulation(weights));
        }

        return new { weights };
    }, ct);

    /// <summary>Every juror has a row with every entry: a ballot leans on it, and one of somebody recused finds none.</summary>
    private async Task SeatAsync(string editionId, CancellationToken ct)
    {
        var jurors = await db.Set<Juror>().Where(juror => juror.EditionId == editionId && juror.State == JurorState.Accepted).Select(juror => new { juror.Id, juror.PersonId }).ToListAsync(ct);
        var entries = await db.Set<Entry>().Where(entry => entry.EditionId == editionId && entry.State == EntryState.Eligible).Select(entry => new { entry.Id, entry.OwnerId }).ToListAsync(ct);
        var known = (await db.Set<JuryPair>().Where(pair => pair.EditionId == editionId).Select(pair => new { pair.JurorId, pair.EntryId }).ToListAsync(ct)).Select(pair => (pair.JurorId, pair.EntryId)).ToHashSet();
        var linked = (await db.Set<Conflict>().Where(conflict => conflict.EditionId == editionId).Select(conflict => new { conflict.PersonId, conflict.EntryId }).ToListAsync(ct)).Select(conflict => (conflict.PersonId, conflict.EntryId)).ToHashSet();
        db.AddRange(from juror in jurors from entry in entries where !known.Contains((juror.Id, entry.Id))
            select new JuryPair { JurorId = juror.Id, EntryId = entry.Id, EditionId = editionId, Standing = entry.OwnerId == juror.PersonId || linked.Contains((juror.PersonId!, entry.Id)) ? Standing.Recused : Standing.Listening });
    }

    private async Task TurnAsync(Edition edition, Sitting sitting, Guid? entryId, CancellationToken ct)
    {
        var room = await RoomAsync(edition.ContentItemId, ct);
        var recused = entryId is null ? [] : await db.Set<JuryPair>().Where(pair => pair.EntryId == entryId && pair.Standing == Standing.Recused).Select(pair => pair.JurorId).ToHashSetAsync(ct);
        foreach (var jurorId in room.Out.Where(jurorId => !recused.Contains(jurorId)).Order().ToList())
        {
            Stage(edition, jurorId, AttendanceKind.SteppedIn, sitting.EntryId);
        }

        // Recused from both, one stays out.
        foreach (var jurorId in room.There.Concat(room.Out).Where(recused.Contains).Order().ToList())
        {
            Stage(edition, jurorId, AttendanceKind.SteppedOut, entryId);
        }
    }

    private void Stage(Edition edition, Guid jurorId, AttendanceKind kind, Guid? entryId)
    {
        db.Add(new Attendance { EditionId = edition.ContentItemId, Position = edition.RecordSize, JurorId = jurorId, Kind = kind, EntryId = entryId, AtUtc = clock.UtcNow() });
        db.Record(edition, clock.UtcNow(), RecordedActs.OfAttendance(jurorId, kind.ToString(), entryId));
    }

    private async Task<Room> RoomAsync(string editionId, CancellationToken ct) => Room.Of(await db.Set<Attendance>().AsNoTracking().Where(row => row.EditionId == editionId).ToListAsync(ct));

    private Task<bool> IsRecusedAsync(Guid jurorId, Guid entryId, CancellationToken ct) => db.Set<JuryPair>().AnyAsync(pair => pair.JurorId == jurorId && pair.EntryId == entryId && pair.Standing == Standing.Recused, ct);

    private async Task RequireNoOpenRoundAsync(string editionId, CancellationToken ct)
    {
        if (await db.Set<VoteRound>().AnyAsync(round => round.EditionId == editionId && round.ClosedUtc == null, ct))
        {
            throw new RuleException("vote.one", "Un vote est déjà ouvert : fermez-le d’abord.");
        }
    }

    internal static string Words(string? text, string code, string sentence, string field) =>
        TypedText.Clean(text) is { Length: > 0 and <= LongestText } words ? words : throw new RuleException(code, sentence) { Field = field };

    internal static string Question(string? text) => TypedText.Line(text, LongestQuestion) is { Length: > 0 } question ? question : throw new RuleException("vote.question", "Écrivez la question.") { Field = "Question" };

    internal Task InSittingAsync(string editionId, string act, Func<Edition, Sitting, Task<object?>> work, CancellationToken ct) => ActAsync(editionId, act, async edition =>
    {
        var sitting = await db.Set<Sitting>().FirstOrDefaultAsync(row => row.EditionId == editionId, ct) ?? throw new RuleException("sitting.none", "La séance n’est pas ouverte.");
        await db.Entry(sitting).ReloadAsync(ct);
        sitting.RequireOpen();
        return edition.Stage == EditionStage.Deliberation ? await work(edition, sitting) : throw new RuleException("sitting.closed", "La séance est levée.");
    }, ct);

    private async Task ActAsync(string editionId, string act, Func<Edition, Task<object?>> work, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var edition = await db.LockEditionAsync(editionId, ct);
        var detail = await work(edition);
        db.Audit(new AuditEntry(act, editionId, person.RequiredId, detail));
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }
}
