using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
using EssConsult.Prize.Public;
using EssConsult.Prize.Results;
using EssConsult.Prize.Scoring;
using EssConsult.Prize.Sittings;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Editions;

/// <summary>What moves an edition on, each in the edition's turn.</summary>
internal sealed class EditionVerbs(SiteDb db, IContentStore content, Readings readings, ScoringVerbs scoring, RankingBook ranking, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Freezes the rule and gives every juror their entries.</summary>
    public Task OpenScoringAsync(string editionId, CancellationToken ct) => MoveAsync(editionId, "prize.scoring-opened", async edition =>
    {
        var item = await content.FindAsync(editionId, ContentVersion.Published, ct) ?? throw new RuleException("prize.unpublished", "Publiez la page de l’édition avant d’ouvrir la notation.");
        if (!await db.Set<Juror>().AnyAsync(juror => juror.EditionId == editionId && juror.State == JurorState.Accepted, ct))
        {
            throw new RuleException("prize.no-juror", "Personne n’a encore accepté d’être du jury.");
        }

        if (await db.Set<Entry>().AnyAsync(entry => entry.EditionId == editionId && entry.State == EntryState.Submitted, ct))
        {
            throw new RuleException("prize.unscreened", "Des dossiers attendent encore leur décision de recevabilité.");
        }

        if (await db.Set<LinkHint>().AnyAsync(hint => hint.EditionId == editionId && hint.State == HintState.Pending && db.Set<Entry>().Any(entry => entry.Id == hint.EntryId && entry.State == EntryState.Eligible), ct))
        {
            throw new RuleException("prize.hints", "Des liens possibles entre le jury et les dossiers attendent une décision.");
        }

        if (!await db.Set<Entry>().AnyAsync(entry => entry.EditionId == editionId && entry.State == EntryState.Eligible, ct))
        {
            throw new RuleException("prize.no-entry", "Aucun dossier n’est recevable.");
        }

        var now = clock.UtcNow();
        if (await db.Set<LateCode>().AnyAsync(code => code.EditionId == editionId && code.UntilUtc > now && !db.Set<Entry>().Any(entry => entry.Id == code.EntryId && entry.Number != null), ct))
        {
            throw new RuleException("prize.late-code", "Un code de dépôt tardif court encore : attendez son délai ou le dossier qu’il laisse entrer.");
        }

        if (await db.Set<Appeal>().AnyAsync(appeal => appeal.DecidedUtc == null && db.Set<Entry>().Any(entry => entry.Id == appeal.EntryId && entry.EditionId == editionId && entry.State == EntryState.Ineligible), ct))
        {
            throw new RuleException("prize.appeal", "Un recours attend sa décision.");
        }

        if (edition.AppealDays is { } days && await db.Set<Entry>().Where(entry => entry.EditionId == editionId && entry.State == EntryState.Ineligible && !db.Set<Appeal>().Any(appeal => appeal.EntryId == entry.Id)).MaxAsync(entry => entry.ScreenedUtc, ct) is { } last && now < last.AddDays(days))
        {
            throw new RuleException("prize.appeal-days", "Le délai de recours d’un dossier non recevable court jusqu’au {0}.", last.AddDays(days).Moment());
        }

        edition.OpenScoring(EditionReader.Rule(item), clock.UtcNow());
        db.Record(edition, clock.UtcNow(), RecordedActs.OfOpening(editionId, edition.Title, edition.RuleHash!));
        db.Publish(new ScoringOpened(editionId));
        await db.SaveChangesAsync(ct);
        await readings.GiveAsync(edition, isWhole: true, ct);
        return new { edition.RuleHash };
    }, ct);

    /// <param name="byId">Who closes it, or the job.</param>
    public Task CloseScoringAsync(string editionId, string byId, CancellationToken ct) => MoveAsync(editionId, "prize.scoring-closed", async edition =>
    {
        await scoring.CloseAsync(edition, ct);
        edition.CloseScoring();
        db.Record(edition, clock.UtcNow(), RecordedActs.Of(RecordedActs.Closed));
        db.Publish(new ScoringClosed(editionId));
        await db.SaveChangesAsync(ct);
        return null;
    }, ct, byId);

    /// <summary>Records the ranking as the marks give it.</summary>
    public Task FreezeAsync(string editionId, CancellationToken ct) => MoveAsync(editionId, "prize.ranking-frozen", async edition =>
    {
        if (edition.Stage != EditionStage.Deliberation)
        {
            throw new RuleException("prize.stage", "Le classement ne peut être arrêté qu’une fois la notation close.");
        }

        var open = await db.Set<PublicVote>().FirstOrDefaultAsync(vote => vote.EditionId == editionId && vote.FrozenUtc != null, ct);
        if (open is { IsCombined: true, CountedUtc: null })
        {
            throw new RuleException("prize.public-uncounted", "Le vote du public compte dans le classement et n’est pas dépouillé : arrêtez le classement après.");
        }

        var found = await ranking.ReadAsync(edition, ct);
        var text = found.Ranking.Write(edition.RuleHash!, found.Numbers);
        var result = db.Add(new EditionResult { EditionId = editionId, Content = text, Hash = Sealing.Hash(text), AtUtc = clock.UtcNow(), ById = person.RequiredId }).Entity;
        db.Record(edition, result.AtUtc, RecordedActs.OfRanking(result.Hash));
        if (open is { IsCombined: true })
        {
            open.Record(CombinedRanking.Of(found.Ranking, open.Counts, open.Percent).Write(result.Hash, open.ResultHash!, found.Numbers));
            db.Record(edition, result.AtUtc, RecordedActs.OfCombined(open.CombinedHash!));
        }

        return new { result.Hash, open?.CombinedHash };
    }, ct);

    public Task AnnounceAsync(string editionId, CancellationToken ct) => MoveAsync(editionId, "prize.announced", async edition =>
    {
        if (!await db.Set<EditionResult>().AnyAsync(result => result.EditionId == editionId, ct) || !await db.Set<Award>().AnyAsync(award => award.EditionId == editionId, ct))
        {
            throw new RuleException("prize.no-award", "Arrêtez le classement et désignez au moins un lauréat avant de publier le palmarès.");
        }

        await RequireNoSittingAsync(editionId, ct);
        edition.Announce();
        db.Record(edition, clock.UtcNow(), RecordedActs.Of(RecordedActs.Announced));
        db.Publish(new LaureatesAnnounced(editionId));
        await db.SaveChangesAsync(ct);
        edition.RecordRoot = Convert.ToHexStringLower(EditionFile.RootOf(await db.ActsAsync(editionId, ct)));
        return new { edition.RecordRoot };
    }, ct);

    /// <summary>Names a laureate, or changes their distinction; an empty name takes it back.</summary>
    public Task AwardAsync(string editionId, Guid entryId, string? name, string? citation, CancellationToken ct) => MoveAsync(editionId, "prize.awarded", async edition =>
    {
        if (edition.Stage != EditionStage.Deliberation || !await db.Set<EditionResult>().AnyAsync(result => result.EditionId == editionId, ct))
        {
            throw new RuleException("prize.not-frozen", "Arrêtez le classement avant de désigner les lauréats.");
        }

        var title = TypedText.Line(name, JuryVerbs.LongestName);
        await EditionAwards.StageAsync(db, edition, entryId, title, TypedText.Clean(citation), clock.UtcNow(), ct);
        return new { entryId, title };
    }, ct);

    /// <summary>Opens the gallery of eligible entries to everybody, or closes it again.</summary>
    public Task ShowGalleryAsync(string editionId, bool isShown, CancellationToken ct) => MoveAsync(editionId, isShown ? "prize.gallery-opened" : "prize.gallery-closed", async edition =>
    {
        if (isShown && !await db.Set<Entry>().AnyAsync(entry => entry.EditionId == editionId && entry.State == EntryState.Eligible, ct))
        {
            throw new RuleException("prize.no-entry", "Aucun dossier n’est recevable.");
        }

        edition.GalleryUtc = isShown ? clock.UtcNow() : null;
        return null;
    }, ct);

    /// <summary>Keeps the signed minutes, and their hash in the register.</summary>
    public Task SignAsync(string editionId, ReadUpload scan, CancellationToken ct) => MoveAsync(editionId, "prize.minutes-signed", async edition =>
    {
        if (edition.Stage != EditionStage.Deliberation || !await db.Set<EditionResult>().AnyAsync(result => result.EditionId == editionId, ct))
        {
            throw new RuleException("prize.minutes", "Le procès-verbal se dépose entre l’arrêt du classement et la publication du palmarès.");
        }

        await RequireNoSittingAsync(editionId, ct);
        var (hash, now) = (Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(scan.Bytes)), clock.UtcNow());
        var kept = await db.Set<SignedMinutes>().FirstOrDefaultAsync(row => row.EditionId == editionId, ct) ?? db.Add(new SignedMinutes { EditionId = editionId, FileName = scan.FileName, ContentType = scan.ContentType, Bytes = scan.Bytes, Hash = hash, AtUtc = now }).Entity;
        (kept.FileName, kept.ContentType, kept.Bytes, kept.Hash, kept.AtUtc) = (scan.FileName, scan.ContentType, scan.Bytes, hash, now);
        db.Record(edition, now, RecordedActs.OfMinutes(hash));
        return new { hash };
    }, ct);

    /// <summary>Votes of a sitting that goes on would never be counted, and the minutes not be whole.</summary>
    private async Task RequireNoSittingAsync(string editionId, CancellationToken ct)
    {
        if (await db.Set<Sitting>().AnyAsync(row => row.EditionId == editionId && row.ClosedUtc == null, ct))
        {
            throw new RuleException("sitting.still-open", "Levez d’abord la séance du jury.");
        }
    }

    private async Task MoveAsync(string editionId, string act, Func<Edition, Task<object?>> move, CancellationToken ct, string? byId = null)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var edition = await db.LockEditionAsync(editionId, ct);
        var detail = await move(edition);
        db.Publish(new EditionChanged(editionId));
        db.Audit(new AuditEntry(act, editionId, byId ?? person.RequiredId, detail));
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }
}
