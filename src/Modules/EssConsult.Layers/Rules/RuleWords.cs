using Microsoft.Extensions.Localization;

namespace EssConsult.Layers.Rules;

/// <summary>Says a rule in plain words.</summary>
internal sealed class RuleWords(IStringLocalizer phrases)
{
    public string Of(ConditionGroup rule) => rule.Conditions.Count switch
    {
        0 => phrases["Jamais : la couche n’a pas de condition"],
        1 => Of(rule.Conditions[0], inner: false),
        _ => Joined(rule),
    };

    private string Of(Condition condition, bool inner) => condition switch
    {
        ConstantCondition { Value: true } => phrases["Toujours"],
        ConstantCondition => phrases["Jamais"],
        HomepageCondition { Value: true } => phrases["Sur la page d’accueil"],
        HomepageCondition => phrases["Partout sauf sur la page d’accueil"],
        SignedInCondition { IsSignedIn: true } => phrases["Pour les personnes connectées"],
        SignedInCondition => phrases["Pour les personnes qui ne sont pas connectées"],
        TextCondition text => Of(text),
        ScriptCondition script => phrases["Si le script « {0} » répond oui", script.Script],
        ConditionGroup { Conditions.Count: 0 } => phrases["Jamais"],
        ConditionGroup group => inner ? $"({Joined(group)})" : Joined(group),
        UnknownCondition unknown => phrases["Jamais : condition « {0} » inconnue ici", unknown.Name],
        _ => string.Empty,
    };

    private string Joined(ConditionGroup group) =>
        string.Join(group.NeedsAll ? phrases[" et "].Value : phrases[" ou "].Value, group.Conditions.Select(condition => Of(condition, inner: true)));

    private string Of(TextCondition condition)
    {
        var sentence = phrases["{0} {1} « {2} »", Subject(condition.Subject), Operation(condition.Operation), condition.Value].Value;
        return condition.Operation.IsCaseSensitive ? phrases["{0} (majuscules comprises)", sentence] : sentence;
    }

    public string Subject(TextSubject subject) => subject switch
    {
        TextSubject.Url => phrases["L’adresse de la page"],
        TextSubject.Culture => phrases["La langue"],
        TextSubject.Role => phrases["Le rôle"],
        _ => phrases["Le type de page"],
    };

    public string Operation(TextOperation operation) => (operation.Match, operation.IsNegated) switch
    {
        (TextMatch.Equals, false) => phrases["est"],
        (TextMatch.Equals, true) => phrases["n’est pas"],
        (TextMatch.StartsWith, false) => phrases["commence par"],
        (TextMatch.StartsWith, true) => phrases["ne commence pas par"],
        (TextMatch.EndsWith, false) => phrases["finit par"],
        (TextMatch.EndsWith, true) => phrases["ne finit pas par"],
        (_, false) => phrases["contient"],
        _ => phrases["ne contient pas"],
    };
}
