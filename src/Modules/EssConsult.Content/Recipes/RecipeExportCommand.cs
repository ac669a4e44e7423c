using EssConsult.Content.Recipes.Export;

namespace EssConsult.Content.Recipes;

/// <summary><c>recipe export FILE.zip</c>; a second word <c>auteurs</c> keeps who wrote what.</summary>
internal sealed class RecipeExportCommand(RecipeExporter exporter) : ISiteCommand
{
    private const string Authors = "auteurs";

    public string Words => "recipe export";

    public string Purpose => "Exporte le site : recipe export FICHIER.zip [auteurs]";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken ct)
    {
        if (arguments.Count is < 1 or > 2 || (arguments.Count == 2 && arguments[1] != Authors))
        {
            await output.WriteLineAsync(Purpose);
            return 2;
        }

        await using (var zip = File.Create(arguments[0]))
        {
            await exporter.WriteAsync(zip, new ExportChoice(WithAuthors: arguments.Count == 2), ct);
        }

        await output.WriteLineAsync(arguments[0]);
        return 0;
    }
}
