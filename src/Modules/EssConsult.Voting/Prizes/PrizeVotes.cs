using EssConsult.Prize.Contracts;
using EssConsult.Tally;
using EssConsult.Voting.Ballots;
using EssConsult.Voting.Features.Votes;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Prizes;

/// <summary>What a team sets of the public's vote of a prize.</summary>
internal sealed record PrizeVotePlan(int Percent, DateTime? OpensUtc, DateTime? ClosesUtc, int Most);

/// <summary>Makes the public's vote of an edition from its gallery: by confirmed address, without change of mind, up to N entries.</summary>
internal sealed class PrizeVotes(SiteDb db, IPublicVotes prizes, CurrentPerson person, TimeProvider clock)
{
    public const int UsualMost = 3;

    /// <summary>Methods that give each entry a number that can be set beside the jury's mark.</summary>
    public static IReadOnlyList<TallyMethod> Countable { get; } = [TallyMethod.ChooseUpTo, TallyMethod.Plurality, TallyMethod.Approval, TallyMethod.Score];

    /// <returns>The vote's id.</returns>
    /// <exception cref="RuleException">The gallery is closed or too small, or the edition has a vote already.</exception>
    public async Task<Guid> PrepareAsync(string editionId, string title, PrizeVotePlan plan, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var entries = await prizes.GalleryAsync(editionId, ct);
        if (entries.Count < 2)
        {
            throw new RuleException("prize-vote.gallery", "Ouvrez d’abord la galerie, avec deux dossiers recevables au moins : le public ne vote que sur ce qu’il peut lire.");
        }

        var question = QuestionEditing.New("q1", title, new QuestionSettings { Method = TallyMethod.ChooseUpTo, Most = plan.Most }) with { Options = ((IReadOnlyList<BallotOption>)[]).With(entries.Select(entry => (entry.Title, (string?)entry.Id.ToString()))) };
        var rule = new BallotRule
        {
            Title = title, OpensUtc = plan.OpensUtc, ClosesUtc = plan.ClosesUtc, Revote = false, ShowsTurnout = true, Electorate = new ElectorateRule(ElectorateKind.Addresses), Screening = new ScreeningRule(),
            Prize = new PrizeShare(editionId, Math.Clamp(plan.Percent, 0, PublicFormula.Heaviest)), Questions = [question],
        };
        var ballot = db.Add(new Ballot { Title = title, Draft = rule.Write(), CreatedUtc = clock.UtcNow() }).Entity;
        ballot.Describe(rule with { Id = ballot.Id.ToString() });
        await prizes.AttachAsync(editionId, ballot.Id, ct);
        db.Audit(new AuditEntry("ballot.created", ballot.Id.ToString(), person.RequiredId, new { editionId, rule.Prize.Percent }));
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        return ballot.Id;
    }

    /// <exception cref="RuleException">An option is no entry that everybody may read.</exception>
    public static async Task RequireGalleryAsync(IPublicVotes prizes, BallotRule rule, CancellationToken ct)
    {
        var known = (await prizes.GalleryAsync(rule.Prize!.Edition, ct)).Select(entry => entry.Id.ToString()).ToHashSet();
        if (rule.Questions[0].Options.FirstOrDefault(option => !known.Contains(option.Source!)) is { } stranger)
        {
            throw new RuleException("prize-vote.stranger", "« {0} » n’est pas un dossier de la galerie : retirez cette option.", stranger.Label);
        }
    }

    /// <summary>What would keep the votes from being set beside the jury's marks.</summary>
    public static void Refuse(BallotRule plan)
    {
        if (plan.Prize is not null && (plan.Electorate.Kind != ElectorateKind.Addresses || plan.Questions is not [var question] || !Countable.Contains(question.Rule.Method) || question.Options.Any(option => option.Source is null)))
        {
            throw new RuleException("prize-vote.countable", "Le vote du public d’un prix a une seule question, des dossiers pour options, une méthode qui compte des voix ou des points, et des adresses confirmées.");
        }
    }
}

/// <summary>Tells the edition what the vote came to.</summary>
internal sealed class TellPrize(SiteDb db, IPublicVotes prizes) : IHandle<BallotCounted>
{
    public async Task HandleAsync(BallotCounted happened, CancellationToken ct)
    {
        if (await FindAsync(happened.BallotId, ct) is not ({ Result: { } result, Box: not null } ballot, { } share))
        {
            return;
        }

        var (question, tally) = (ballot.Plan.Questions[0], BallotResult.Read(result).Questions[0].Tally);
        var figure = FigureWords.MainOf(question.Rule.Method);
        var sources = question.Options.ToDictionary(option => option.Id, option => Guid.Parse(option.Source!));
        var votes = tally.Options.ToDictionary(option => sources[option.Option], option => (long)option.Figures.GetValueOrDefault(figure).Numerator);
        await prizes.RecordAsync(share.Edition, ballot.Id, votes, tally.Ballots.Cast, ballot.ResultHash!, ct);
    }

    private async Task<(Ballot?, PrizeShare?)> FindAsync(Guid id, CancellationToken ct)
    {
        var ballot = await db.Set<Ballot>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, ct);
        return (ballot, ballot?.Plan.Prize);
    }
}
