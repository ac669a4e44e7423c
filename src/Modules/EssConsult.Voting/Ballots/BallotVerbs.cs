using EssConsult.Prize.Contracts;
using EssConsult.Voting.Electorates;
using EssConsult.Voting.Prizes;
using EssConsult.Voting.PublicVote;
using EssConsult.Voting.Secrecy;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Ballots;

/// <summary>What moves a vote on, each in the ballot's turn. Counting is <see cref="Counting.CountBallot"/>.</summary>
internal sealed class BallotVerbs(SiteDb db, Eligibility eligibility, PublicSecrets secrets, IPublicVotes prizes, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Two at most: one officer, or two who are both needed.</summary>
    public const int MostKeys = 2;

    public async Task<Ballot> CreateAsync(BallotRule plan, CancellationToken ct, Guid? id = null)
    {
        var ballot = db.Add(new Ballot { Id = id ?? Guid.CreateVersion7(), Title = plan.Title, Draft = plan.Write(), CreatedUtc = clock.UtcNow() }).Entity;
        ballot.Describe(plan with { Id = ballot.Id.ToString() });
        db.Audit(new AuditEntry("ballot.created", ballot.Id.ToString(), person.RequiredId));
        await db.SaveChangesAsync(ct);
        return ballot;
    }

    public Task DescribeAsync(Guid id, Func<BallotRule, BallotRule> change, string? intro, CancellationToken ct) => MoveAsync(id, "ballot.changed", ballot =>
    {
        ballot.Describe(change(ballot.Plan) with { Id = id.ToString() });
        ballot.Intro = intro ?? ballot.Intro;
        return Task.FromResult<object?>(null);
    }, ct);

    /// <summary>Makes a key; the private half is in the answer and nowhere else.</summary>
    public async Task<byte[]> MakeKeyAsync(Guid id, int position, CancellationToken ct)
    {
        var secret = SealedBox.NewPrivateKey();
        await MoveAsync(id, "ballot.key-made", async ballot =>
        {
            ballot.RequireDraft();
            var others = await db.Set<OpeningKey>().Where(row => row.BallotId == id).ToListAsync(ct);
            if (others.Any(row => row.Position != position && row.OfficerId == person.RequiredId))
            {
                throw new RuleException("ballot.two-officers", "Deux clés sont tenues par deux personnes : une autre que vous doit créer celle-ci.");
            }

            var key = others.FirstOrDefault(row => row.Position == position) ?? db.Add(new OpeningKey { BallotId = id, Position = position, OfficerId = person.RequiredId, PublicKey = string.Empty }).Entity;
            (key.OfficerId, key.PublicKey, key.CheckedUtc) = (person.RequiredId, Convert.ToHexStringLower(SealedBox.PublicOf(secret)), null);
            return new { position, key.PublicKey };
        }, ct);
        return secret;
    }

    /// <summary>The officer shows that the file came through.</summary>
    public Task CheckKeyAsync(Guid id, byte[] secret, CancellationToken ct) => MoveAsync(id, "ballot.key-checked", async _ =>
    {
        var known = Convert.ToHexStringLower(SealedBox.PublicOf(secret));
        var key = await db.Set<OpeningKey>().FirstOrDefaultAsync(row => row.BallotId == id && row.PublicKey == known, ct) ?? throw new RuleException("ballot.wrong-key", "Cette clé n’est pas celle de ce vote : rien n’a changé.");
        key.CheckedUtc = clock.UtcNow();
        return new { key.Position };
    }, ct);

    public Task DropKeyAsync(Guid id, int position, CancellationToken ct) => MoveAsync(id, "ballot.key-dropped", async ballot =>
    {
        ballot.RequireDraft();
        db.RemoveRange(await db.Set<OpeningKey>().Where(row => row.BallotId == id && row.Position == position).ToListAsync(ct));
        return new { position };
    }, ct);

    /// <summary>Freezes rule, options and electorate.</summary>
    public Task OpenAsync(Guid id, CancellationToken ct) => MoveAsync(id, "ballot.opened", async ballot =>
    {
        ballot.RequireDraft();
        var keys = await db.Set<OpeningKey>().Where(row => row.BallotId == id).OrderBy(row => row.Position).ToListAsync(ct);
        var plan = ballot.Plan;
        BallotFaults.Refuse(plan, keys, clock.UtcNow());
        var rule = plan with { Electorate = await FreezeAsync(ballot, plan, ct), Keys = plan.Regime == BallotRegime.Secret ? [.. keys.Select(key => key.PublicKey)] : [], Screening = plan.Electorate.Kind == ElectorateKind.Addresses ? plan.Screening ?? new ScreeningRule() : null };
        ballot.RoomCode = plan.Electorate.Kind == ElectorateKind.Room ? Room.RoomCode.New() : null;
        if (plan.Electorate.Kind == ElectorateKind.Addresses)
        {
            db.Add(secrets.Draw(id));
        }

        ballot.Open(rule, clock.UtcNow());
        db.AddRange(rule.Questions.SelectMany(question => question.Options).Select(option => option.Source).OfType<string>().Append(ballot.ContentItemId).OfType<string>().Distinct().Select(source => new BallotSource { BallotId = id, Source = source }));
        if (rule.Prize is { } share)
        {
            await PrizeVotes.RequireGalleryAsync(prizes, rule, ct);
            await prizes.FreezeAsync(share.Edition, id, new PublicFormula(share.Percent), ballot.RuleHash!, ct);
        }

        db.Publish(new BallotOpened(id));
        return new { ballot.RuleHash };
    }, ct);

    /// <param name="byId">Who closes it, or the job.</param>
    public Task CloseAsync(Guid id, string byId, CancellationToken ct) => MoveAsync(id, "ballot.closed", async ballot =>
    {
        if (ballot.ClosesUtc > clock.UtcNow())
        {
            throw new RuleException("ballot.early", "Ce vote ferme à la date annoncée, ni avant ni après.");
        }

        var electors = ballot.Plan.Electorate;
        ballot.Close(electors.Size ?? await eligibility.SizeAsync(id, electors, ct), clock.UtcNow());
        db.Publish(new BallotClosed(id));
        return null;
    }, ct, byId);

    /// <summary>A draft that nobody needs.</summary>
    public async Task DropAsync(Guid id, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        (await db.LockBallotAsync(id, ct)).RequireDraft();
        await prizes.DetachAsync(id, ct);
        await db.SaveChangesAsync(ct);
        await db.Set<OpeningKey>().Where(row => row.BallotId == id).ExecuteDeleteAsync(ct);
        await db.Set<RollLine>().Where(row => row.BallotId == id).ExecuteDeleteAsync(ct);
        await db.Set<Ballot>().Where(row => row.Id == id).ExecuteDeleteAsync(ct);
        db.Audit(new AuditEntry("ballot.dropped", id.ToString(), person.RequiredId));
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }

    private async Task<ElectorateRule> FreezeAsync(Ballot ballot, BallotRule plan, CancellationToken ct)
    {
        var electorate = plan.Electorate;
        if (electorate.Kind is not (ElectorateKind.Roll or ElectorateKind.Structures))
        {
            return electorate with { Size = null, Hash = null, WithoutStaff = electorate is { WithoutStaff: true, Kind: not ElectorateKind.Addresses } };
        }

        var isOfStructures = electorate.Kind == ElectorateKind.Structures;
        var lines = await db.Set<RollLine>().AsNoTracking().Where(line => line.BallotId == ballot.Id && (line.ActorId != null) == isOfStructures).ToListAsync(ct);
        if (lines.Count == 0)
        {
            throw new RuleException("ballot.no-roll", "La liste de qui peut voter est vide : importez-la.");
        }

        if (plan.Regime == BallotRegime.Secret && lines.Count < Counting.SmallVotes.SmallestResult)
        {
            throw new RuleException("ballot.too-few", "Moins de {0} voix : un scrutin secret n’en protégerait aucune. Choisissez le vote ouvert.", Counting.SmallVotes.SmallestResult);
        }

        if (plan.Regime == BallotRegime.Secret && lines.Select(line => line.Weight).Distinct().Take(2).Count() > 1)
        {
            // Who voted is known: of three who bear a weight, the one who came is known by it.
            throw new RuleException("ballot.weights", "Les voix n’ont pas toutes le même poids : un bulletin pondéré trahirait son auteur. Choisissez le vote ouvert, ou le même poids pour toutes.");
        }

        ballot.RollSalt ??= Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
        return electorate with { Size = lines.Sum(line => line.Weight), Hash = RollImport.HashOf(ballot.RollSalt, lines) };
    }

    private async Task MoveAsync(Guid id, string act, Func<Ballot, Task<object?>> move, CancellationToken ct, string? byId = null)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var detail = await move(await db.LockBallotAsync(id, ct));
        db.Audit(new AuditEntry(act, id.ToString(), byId ?? person.RequiredId, detail));
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }
}
