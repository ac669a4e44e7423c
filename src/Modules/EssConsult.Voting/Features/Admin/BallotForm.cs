using EssConsult.Voting.Ballots;

namespace EssConsult.Voting.Features.Admin;

/// <summary>What is set of a vote as a whole.</summary>
internal sealed class BallotForm
{
    public string? Title { get; set; }

    public string? Intro { get; set; }

    /// <summary>Wall clock of Paris.</summary>
    public DateTime? Opens { get; set; }

    public DateTime? Closes { get; set; }

    public BallotRegime Regime { get; set; }

    public bool Revote { get; set; }

    public bool ShowsTurnout { get; set; }

    public bool Indicative { get; set; }

    public int? Quorum { get; set; }

    public int? AppealDays { get; set; }

    public ElectorateKind Kind { get; set; }

    public string? Role { get; set; }

    public string? Event { get; set; }

    public bool WithoutStaff { get; set; }

    public static BallotForm Of(Ballot ballot)
    {
        var plan = ballot.Plan;
        return new BallotForm
        {
            Title = plan.Title, Intro = ballot.Intro, Opens = plan.OpensUtc?.ToParis(), Closes = plan.ClosesUtc?.ToParis(), Regime = plan.Regime, Revote = plan.Revote, ShowsTurnout = plan.ShowsTurnout, Indicative = plan.Indicative,
            Quorum = plan.QuorumPercent(), AppealDays = plan.AppealDays, Kind = plan.Electorate.Kind, Role = plan.Electorate.Kind == ElectorateKind.Role ? plan.Electorate.Of : null,
            Event = plan.Electorate.Kind is ElectorateKind.Event or ElectorateKind.Room ? plan.Electorate.Of : null, WithoutStaff = plan.Electorate.WithoutStaff,
        };
    }

    public BallotRule Change(BallotRule plan) => (plan with
    {
        Title = TypedText.Line(Title, Ballot.LongestTitle) is { Length: > 0 } title ? title : plan.Title, OpensUtc = Opens?.FromParis(), ClosesUtc = Closes?.FromParis(), Regime = Regime, Revote = Revote, ShowsTurnout = ShowsTurnout, Indicative = Indicative,
        AppealDays = Math.Clamp(AppealDays ?? plan.AppealDays, 1, 365),
        Electorate = new ElectorateRule(Kind) { Of = Kind switch { ElectorateKind.Role => Role, ElectorateKind.Event or ElectorateKind.Room => Event, _ => null }, WithoutStaff = WithoutStaff },
    }).WithQuorum(Quorum);
}
