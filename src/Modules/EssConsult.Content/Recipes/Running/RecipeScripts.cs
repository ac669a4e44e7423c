using EssConsult.Kernel.Scripting;

namespace EssConsult.Content.Recipes;

/// <summary>Evaluates the expressions of one run: one engine, variables computed at first use and then remembered.</summary>
internal sealed class RecipeScripts : IDisposable
{
    private const int MaxRounds = 16;
    private readonly Recipe recipe;
    private readonly Dictionary<string, string> known = [];
    private readonly HashSet<string> inProgress = [];
    private readonly ScriptSession session;

    public RecipeScripts(Recipe recipe, IReadOnlyDictionary<string, string> parameters, RecipeGlobals globals, TimeProvider clock, CancellationToken ct)
    {
        this.recipe = recipe;
        session = ScriptEngine.Open(globals.For(Variable, name => parameters.GetValueOrDefault(name, string.Empty)), clock, ct);
    }

    /// <exception cref="ScriptException">A script does not parse, throws, or goes beyond a limit.</exception>
    /// <exception cref="RuleException">A file or a variable is missing.</exception>
    public string Evaluate(string text) => Evaluate(text, recipe.Folder);

    public void Dispose() => session.Dispose();

    private string Evaluate(string text, RecipeFolder? folder)
    {
        for (var round = 0; RecipeExpression.TryRead(text, out var expression); round++)
        {
            if (round == MaxRounds)
            {
                throw new RuleException("recipe.endless-expression", "Une expression du modèle de site n’en finit pas : {0}", text);
            }

            text = expression.Prefix.ToLowerInvariant() switch
            {
                "js" => session.EvaluateText(expression.Script),
                "file" => RecipeFileExpression.Read(expression.Script, folder),
                _ => expression.Inner,
            };
        }

        return text;
    }

    private string Variable(string name)
    {
        if (known.TryGetValue(name, out var value))
        {
            return value;
        }

        if (!recipe.Variables.TryGetValue(name, out var expression))
        {
            throw new RuleException("recipe.unknown-variable", "Le modèle de site ne définit pas la variable « {0} ».", name);
        }

        if (!inProgress.Add(name))
        {
            throw new RuleException("recipe.circular-variable", "La variable « {0} » du modèle de site dépend d’elle-même.", name);
        }

        // As in Orchard, a variable sees no files.
        value = Evaluate(expression, folder: null);
        inProgress.Remove(name);
        return known[name] = value;
    }
}
