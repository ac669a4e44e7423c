using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace EssConsult.Layers.Rules;

/// <summary>
/// Says once what fails on every page. A script's own message may quote what the script was told about the reader: the log gets the kind
/// of fault alone.
/// </summary>
internal sealed partial class Faults(ILogger<Faults> log)
{
    private const int MostKept = 1_000;
    private readonly ConcurrentDictionary<(string Of, string What), bool> said = new();

    public void Script(string layer, string script, Exception fault)
    {
        if (IsNew(layer, script))
        {
            ScriptFailed(log, layer, (fault.InnerException ?? fault).GetType().Name);
        }
    }

    public void Drawing(ContentItem widget, RuleException broken)
    {
        if (IsNew(widget.ContentItemVersionId, broken.Code))
        {
            DrawingFailed(log, widget.ContentItemId, broken.Code);
        }
    }

    private bool IsNew(string of, string what)
    {
        if (said.Count > MostKept)
        {
            said.Clear();
        }

        return said.TryAdd((of, what), true);
    }

    [LoggerMessage(LogLevel.Warning, "A script of the layer {Layer} failed and counts as false: {Kind}.")]
    private static partial void ScriptFailed(ILogger log, string layer, string kind);

    [LoggerMessage(LogLevel.Warning, "The widget {Id} cannot be drawn and is left out: {Code}.")]
    private static partial void DrawingFailed(ILogger log, string id, string code);
}
