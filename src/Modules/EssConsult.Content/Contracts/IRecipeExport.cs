using System.Text.Json.Nodes;

namespace EssConsult.Content.Contracts;

/// <summary>Where a step stands in an export: what later steps need comes first.</summary>
public enum RecipeExportPlace
{
    Feature,
    Themes,
    Settings,
    Roles,
    ContentDefinition,
    Media,
    Layers,
    Queries,
    Templates,
    Content,
    WorkflowType,
    AdminMenu,
    Own,
}

/// <summary>What a module adds to an export of the site: usually one step that its own <see cref="IRecipeStep"/> can read back.</summary>
public interface IRecipeExport
{
    RecipeExportPlace Place { get; }

    /// <summary>Writes in a stable order and without secrets, e-mail addresses or tokens: two exports of the same site are the same bytes.</summary>
    Task WriteAsync(IRecipeExportWriter export, CancellationToken ct);
}

public interface IRecipeExportWriter
{
    /// <summary>Whether items keep who owns and signed them; without, the displayed names of people stay here.</summary>
    bool WithAuthors { get; }

    void Step(JsonObject step);

    /// <summary>A step whose array is too long for memory.</summary>
    Task StepAsync(string name, string arrayKey, IAsyncEnumerable<JsonObject> entries, CancellationToken ct);

    /// <summary>A file that goes into the zip beside the recipe.</summary>
    void File(string path, Func<Stream> open);
}
