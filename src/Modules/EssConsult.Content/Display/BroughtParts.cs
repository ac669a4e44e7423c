namespace EssConsult.Content.Display;

/// <summary>The drawings of parts that other modules bring; those of a module that is off are passed by.</summary>
internal sealed class BroughtParts(IEnumerable<IPartDrawing> drawings, IEnumerable<IItemFrame> frames, IContentDefinitions definitions, FeatureSwitch features)
{
    private readonly Dictionary<string, IPartDrawing> byPart = drawings.Where(drawing => IsOn(features, drawing)).SelectMany(drawing => drawing.PartNames, (drawing, name) => (drawing, name)).ToDictionary(pair => pair.name, pair => pair.drawing);
    private readonly IReadOnlyList<IItemFrame> around = [.. frames.Where(frame => IsOn(features, frame))];

    public IPartDrawing? Find(string partName) => byPart.GetValueOrDefault(partName);

    public Task<string> FrameAsync(ContentItem item, ContentItem page, Func<Task<string>> draw, CancellationToken ct)
    {
        var type = around.Count == 0 ? null : definitions.FindType(item.ContentType);
        return around.FirstOrDefault(frame => type?.FindPart(frame.PartName) is not null) is { } found ? found.FrameAsync(item, page, draw, ct) : draw();
    }

    private static bool IsOn(FeatureSwitch features, object brought) => features.IsEnabled(brought.GetType().Assembly.GetName().Name!);
}
