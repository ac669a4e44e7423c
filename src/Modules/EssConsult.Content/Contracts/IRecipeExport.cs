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
    MediaProfiles,
    Layers,
    Queries,
    Templates,
    ShortcodeTemplates,
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

    /// <summary>Whether items of a type go out; all do unless the administrator chose some.</summary>
    bool Takes(string contentType);

    void Step(JsonObject step);

    /// <summary>A step whose array is too long for memory.</summary>
    /// <param name="name">The step's.</param>
    /// <param name="arrayKey">The member that holds the entries.</param>
    /// <param name="entries">As they are stored.</param>
    /// <param name="amend">Writes expressions into an entry, after what people wrote can be taken for one no more.</param>
    /// <param name="ct">Ends the writing.</param>
    Task StepAsync(string name, string arrayKey, IAsyncEnumerable<JsonObject> entries, Action<JsonObject>? amend, CancellationToken ct);

    /// <summary>A file that goes into the zip beside the recipe.</summary>
    void File(string path, Func<Stream> open);
}

/// <summary>Changes an item that leaves: what means something on this site alone becomes an expression that the other site evaluates.</summary>
public interface IExportedItem
{
    /// <param name="item">The item's JSON, that of embedded items in it. What people wrote in it is harmless by now; an expression must hold nothing of it.</param>
    void Amend(JsonObject item);
}
