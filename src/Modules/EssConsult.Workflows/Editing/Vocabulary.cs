using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Settings;

namespace EssConsult.Workflows.Editing;

/// <summary>What the expressions of one step can say: what the event tells, what earlier steps kept, and the functions of circuits.</summary>
internal static partial class Vocabulary
{
    private const int Deepest = 3;
    private const int MostPaths = 60;
    private const string Told = "Ce que l’événement apporte";
    private const string Kept = "Retenu par une étape d’avant";
    private const string Given = "Rendu par une étape d’avant";

    /// <param name="type">The drawing.</param>
    /// <param name="activity">The step.</param>
    /// <param name="kinds">What activities are.</param>
    /// <param name="told">What the event told when it last happened, with content and people in place of their pointers.</param>
    public static IReadOnlyList<OfferedWord> Of(WorkflowType type, ActivityRecord activity, ActivityKinds kinds, JsonObject told)
    {
        var before = type.Upstream(activity.Id).Append(activity.Id).Distinct().Select(type.Find).OfType<ActivityRecord>().ToList();
        var inputs = before.SelectMany(step => kinds.Describe(step.Name)?.Offers ?? []).Concat(told.Select(member => member.Key)).Distinct().Order(StringComparer.Ordinal)
            .SelectMany(name => Paths(name, told[name], 1)).OrderBy(path => path.Length).Take(MostPaths).ToList();
        var properties = before.Where(step => step.Id != activity.Id || type.Upstream(step.Id).Contains(step.Id)).SelectMany(step => Properties(step, kinds.Describe(step.Name))).Distinct().Order(StringComparer.Ordinal).Select(name => new[] { name });
        var outputs = before.Where(step => step.Id != activity.Id).SelectMany(step => Outputs(step, kinds.Describe(step.Name))).Distinct().Order(StringComparer.Ordinal).Select(name => new[] { name });
        return
        [
            .. inputs.Select(path => Script("input", path, Told)), .. properties.Select(path => Script("property", path, Kept)), .. Functions(before, kinds.OutcomesOf(type, activity), activity),
            .. inputs.Select(path => Liquid("Input", path, Told)), .. properties.Select(path => Liquid("Properties", path, Kept)), .. outputs.Select(path => Liquid("Output", path, Given)), .. LiquidWords,
        ];
    }

    private static readonly IReadOnlyList<OfferedWord> LiquidWords =
    [
        .. PlainWords.All.Select(word => new OfferedWord(word.Word, ExpressionLanguage.Liquid, "Remplacé par ce qu’il dit")),
        new("{{ Workflow.LastResult }}", ExpressionLanguage.Liquid, "Ce que la dernière étape a donné"),
        new("{{ Workflow.CorrelationId }}", ExpressionLanguage.Liquid, "Ce dont l’exécution parle"),
        new("{{ Workflow.WorkflowId }}", ExpressionLanguage.Liquid, "Le numéro de l’exécution"),
        new("{{ 'nom' | signal_url }}", ExpressionLanguage.Liquid, "Un lien qui donne un signal à l’exécution"),
        new("{{ '/' | absolute_url }}", ExpressionLanguage.Liquid, "L’adresse entière d’une page du site"),
        new("{{ 'now' | date: '%d/%m/%Y' }}", ExpressionLanguage.Liquid, "Une date écrite"),
        new("{% if Workflow.LastResult %}…{% endif %}", ExpressionLanguage.Liquid, "Seulement si"),
    ];

    private static readonly IReadOnlyList<OfferedWord> Always =
    [
        Function("lastResult()", "Ce que la dernière étape a donné"), Function("correlationId()", "Ce dont l’exécution parle"), Function("workflowId()", "Le numéro de l’exécution"),
        Function("workflow()", "Tout ce que l’exécution sait"), Function("setProperty('nom', 'valeur')", "Retient une valeur pour les étapes d’après"), Function("output('nom', 'valeur')", "Rend une valeur"),
        Function("setCorrelationId('valeur')", "Dit de quoi il s’agit"), Function("absoluteUrl('/')", "L’adresse entière d’une page du site"), Function("signalUrl('nom')", "Un lien qui donne un signal à l’exécution"),
        Function("createWorkflowToken('circuit', 'étape', 7)", "L’adresse d’un circuit qui reçoit un formulaire"), Function("uuid()", "Un identifiant nouveau"), Function("getUrlPrefix('/')", "Un chemin du site"),
        Function("html('texte')", "Un texte HTML, décodé"), Function("base64('dGV4dGU=')", "Un texte en base64, décodé"), Function("log('Information', 'texte')", "Note au journal technique"),
    ];

    private static readonly IReadOnlyList<OfferedWord> OfRequests =
    [
        Function("requestForm('champ')", "Un champ du formulaire envoyé"), Function("queryString('nom')", "Une valeur de l’adresse demandée"), Function("readBody()", "Le texte envoyé"),
        Function("deserializeRequestData()", "Tous les champs envoyés"), Function("responseWrite('texte')", "Écrit la réponse"),
    ];

    private static IEnumerable<OfferedWord> Functions(List<ActivityRecord> before, IEnumerable<string> outcomes, ActivityRecord activity) =>
    [
        .. Always,
        .. before.Exists(step => step.Name.StartsWith("HttpRequest", StringComparison.Ordinal) && step.Name.EndsWith("Event", StringComparison.Ordinal)) ? OfRequests : [],
        .. activity.Name == nameof(ScriptTask) ? outcomes.Select(outcome => Function($"setOutcome({Quoted(outcome)})", "Choisit la suite")) : [],
    ];

    private static OfferedWord Function(string text, string meaning) => new(text, ExpressionLanguage.JavaScript, meaning);

    private static OfferedWord Script(string function, string[] path, string meaning) =>
        new($"{function}({Quoted(path[0])}){string.Concat(path.Skip(1).Select(member => IsName(member) ? "." + member : $"[{Quoted(member)}]"))}", ExpressionLanguage.JavaScript, meaning);

    private static OfferedWord Liquid(string member, string[] path, string meaning) =>
        new($"{{{{ Workflow.{member}{string.Concat(path.Select(name => IsName(name) ? "." + name : $"[{Quoted(name)}]"))} }}}}", ExpressionLanguage.Liquid, meaning);

    private static string Quoted(string text) => $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";

    private static bool IsName(string text) => Name().IsMatch(text);

    /// <summary>A name, and what lies under it.</summary>
    private static IEnumerable<string[]> Paths(string name, JsonNode? value, int depth) => value is JsonObject json && depth < Deepest
        ? [[name], .. json.OrderBy(member => member.Value is JsonObject).SelectMany(member => Paths(member.Key, member.Value, depth + 1)).Select(path => (string[])[name, .. path])]
        : [[name]];

    /// <summary>Loops keep « x » where nobody names their variable; what is done to a content item keeps it.</summary>
    private static IEnumerable<string> Properties(ActivityRecord step, ActivityDescription? description) =>
    [
        .. description?.PropertyFrom is { } setting ? [step.Properties.AnyText(setting) ?? "x"] : Array.Empty<string>(),
        .. description is { Category: ActivityCategory.Content, IsEvent: false } ? ["ContentItem"] : Array.Empty<string>(),
        .. Scripts(step).SelectMany(script => SetProperty().Matches(script)).Select(found => found.Groups[1].Value),
    ];

    private static IEnumerable<string> Outputs(ActivityRecord step, ActivityDescription? description) =>
    [
        .. description?.OutputFrom is { } setting && step.Properties.Expression(setting) is { } name && !name.Contains('{', StringComparison.Ordinal) ? [name.Trim()] : Array.Empty<string>(),
        .. Scripts(step).SelectMany(script => SetOutput().Matches(script)).Select(found => found.Groups[1].Value),
    ];

    private static IEnumerable<string> Scripts(ActivityRecord step) => step.Properties.Select(member => step.Properties.Expression(member.Key)).OfType<string>();

    [GeneratedRegex(@"^[A-Za-z_]\w*$")]
    private static partial Regex Name();

    [GeneratedRegex(@"\bsetProperty\(\s*['""]([^'""\r\n]{1,80})['""]")]
    private static partial Regex SetProperty();

    [GeneratedRegex(@"\boutput\(\s*['""]([^'""\r\n]{1,80})['""]")]
    private static partial Regex SetOutput();
}
