using EssConsult.Kernel.Scripting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace EssConsult.Content.Recipes;

/// <summary>What scripts of recipes can call, by Orchard's names (§1.3 of the formats).</summary>
internal sealed partial class RecipeGlobals(IConfiguration configuration, IEnumerable<IRecipeGlobals> more, ILogger<RecipeGlobals> log)
{
    /// <summary>Settings whose name speaks of one of these are never read, whatever the list says.</summary>
    private static readonly string[] Secrets = ["password", "secret", "token", "connectionstring", "apikey", "credential"];

    public IReadOnlyDictionary<string, object> For(Func<string, string> variables, Func<string, string> parameters) => new Dictionary<string, object>(ScriptTexts.All.Concat(more.SelectMany(module => module.Globals)))
    {
        ["uuid"] = (Func<string>)ContentId.New,
        ["variables"] = variables,
        ["parameters"] = parameters,
        ["configuration"] = (Func<string, string?, string?>)Configuration,
        ["log"] = (string level, string text, object? parameter) => Said(Enum.TryParse<LogLevel>(level, ignoreCase: true, out var known) ? known : LogLevel.Information, text, parameter),
    };

    /// <summary>Reads only the keys that <c>Recipes:Readable</c> lists; any other gives the default.</summary>
    private string? Configuration(string key, string? otherwise = null) =>
        (configuration.GetSection("Recipes:Readable").Get<string[]>() ?? []).Contains(key, StringComparer.OrdinalIgnoreCase)
        && !Secrets.Any(word => key.Contains(word, StringComparison.OrdinalIgnoreCase))
            ? configuration[key] ?? otherwise
            : otherwise;

    [LoggerMessage("A recipe says: {Text} {Parameter}")]
    private partial void Said(LogLevel level, string text, object? parameter);
}
