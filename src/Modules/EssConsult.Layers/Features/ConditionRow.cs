using EssConsult.Layers.Rules;
using Microsoft.Extensions.Localization;

namespace EssConsult.Layers.Features;

/// <summary>One condition among the others, for its inputs.</summary>
internal sealed record ConditionRow(ConditionInput Condition, int Index, RuleWords Words)
{
    public static IReadOnlyList<(ConditionKind Kind, string Label)> Kinds(IStringLocalizer phrases) =>
    [
        (ConditionKind.Constant, phrases["Toujours"]), (ConditionKind.Home, phrases["Page d’accueil"]), (ConditionKind.Url, phrases["Adresse"]), (ConditionKind.Culture, phrases["Langue"]),
        (ConditionKind.Role, phrases["Rôle"]), (ConditionKind.ContentType, phrases["Type de page"]), (ConditionKind.SignedIn, phrases["Personne connectée"]),
        (ConditionKind.Anonymous, phrases["Personne non connectée"]), (ConditionKind.Script, phrases["Script"]),
    ];

    public static string Hint(ConditionKind kind, IStringLocalizer phrases) => kind switch
    {
        ConditionKind.Url => phrases["Depuis la racine du site et sans la langue : /contributions"],
        ConditionKind.Culture => phrases["fr ou en"],
        ConditionKind.Role => phrases["Le nom technique du rôle, comme Facilitator ; Authenticated pour toute personne connectée, Anonymous pour les autres"],
        ConditionKind.ContentType => phrases["Le nom technique du type, comme Page ou Contribution"],
        _ => phrases["JavaScript, avec isHomepage(), isAnonymous(), isAuthenticated(), isInRole(\"…\"), url(\"/…*\"), culture(\"fr\"). Un script en panne compte comme non."],
    };

    public TextSubject Subject => Enum.Parse<TextSubject>(Condition.Kind.ToString());

    /// <summary>The condition in plain words, where there is nothing to type.</summary>
    public string Sentence => Words.Of(new ConditionGroup(true, [Condition.Read()]));
}
