using System.Text.Json;
using System.Text.Json.Nodes;

namespace EssConsult.Content.Recipes.Export;

internal sealed class RecipeExportWriter(Utf8JsonWriter json, bool withAuthors) : IRecipeExportWriter
{
    private const int FlushEvery = 100;

    public List<(string Path, Func<Stream> Open)> Files { get; } = [];

    public bool WithAuthors => withAuthors;

    public void Step(JsonObject step) => Plain(step).WriteTo(json);

    public async Task StepAsync(string name, string arrayKey, IAsyncEnumerable<JsonObject> entries, CancellationToken ct)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteStartArray(arrayKey);
        var count = 0;
        await foreach (var entry in entries.WithCancellation(ct))
        {
            Plain(entry).WriteTo(json);
            if (++count % FlushEvery == 0)
            {
                await json.FlushAsync(ct);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public void File(string path, Func<Stream> open) => Files.Add((path, open));

    /// <summary>What people wrote must not run as a script where it is imported: a leading space makes an ordinary text of it.</summary>
    private static JsonObject Plain(JsonObject step) => step.Evaluated(text => RecipeExpression.TryRead(text, out _) ? " " + text : text);
}
