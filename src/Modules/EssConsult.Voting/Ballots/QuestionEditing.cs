using System.Globalization;
using EssConsult.Tally;

namespace EssConsult.Voting.Ballots;

/// <summary>Questions of a draft.</summary>
internal static class QuestionEditing
{
    public const int Most = 20;

    public static BallotQuestion New(string id, string title, QuestionSettings settings, Quorum? quorum = null) =>
        Fit(new BallotQuestion(id, title, QuestionRules.Build(settings, new Dictionary<string, long>(), quorum), []) { DrawsTies = settings.DrawsTies });

    public static string NextId(BallotRule plan) => "q" + (1 + plan.Questions.Select(question => int.Parse(question.Id.AsSpan(1), CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max()).ToString(CultureInfo.InvariantCulture);

    /// <summary>A motion has one option: what is proposed.</summary>
    public static BallotQuestion Fit(BallotQuestion question) => question.Rule.Method == TallyMethod.Motion ? question with { Options = [new BallotOption("o1", question.Title)] } : question;

    public static BallotRule Replace(this BallotRule plan, BallotQuestion question) => plan with { Questions = [.. plan.Questions.Select(known => known.Id == question.Id ? Fit(question) : known)] };

    public static BallotRule WithQuorum(this BallotRule plan, int? percent) =>
        plan with { Questions = [.. plan.Questions.Select(question => question with { Rule = question.Rule with { Quorum = percent is > 0 and <= 100 ? new Quorum(new Fraction(percent.Value, 100)) : null } })] };

    public static int? QuorumPercent(this BallotRule plan) => plan.Questions.Select(question => question.Rule.Quorum).FirstOrDefault(quorum => quorum is not null) is { } quorum ? (int)Math.Round(quorum.Needed.Approximately * 100) : null;
}
