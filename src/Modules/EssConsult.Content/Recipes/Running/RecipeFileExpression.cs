using System.Text.RegularExpressions;

namespace EssConsult.Content.Recipes;

/// <summary><c>text('path')</c> and <c>base64('path')</c>: a file beside the recipe, as text or as base 64.</summary>
internal static partial class RecipeFileExpression
{
    public static string Read(string script, RecipeFolder? folder)
    {
        if (Call().Match(script) is not { Success: true } call)
        {
            throw new RuleException("recipe.file-expression", "L’expression « file:{0} » n’est pas comprise.", script);
        }

        if (folder is null)
        {
            throw new RuleException("recipe.no-files", "Ce modèle de site est venu sans ses fichiers : « {0} » manque.", call.Groups[2].Value);
        }

        var path = folder.Resolve(call.Groups[2].Value);
        return call.Groups[1].Value == "text" ? File.ReadAllText(path) : Convert.ToBase64String(File.ReadAllBytes(path));
    }

    [GeneratedRegex(@"^\s*(text|base64)\s*\(\s*'([^']+)'\s*\)\s*;?\s*$")]
    private static partial Regex Call();
}
