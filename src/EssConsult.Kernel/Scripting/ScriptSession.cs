using System.Globalization;
using System.Text.Json.Nodes;
using EssConsult.Kernel.Data;
using Jint;
using Jint.Native;
using Jint.Native.Json;
using Jint.Runtime;
using Jint.Runtime.Interop;

namespace EssConsult.Kernel.Scripting;

/// <summary>One JavaScript engine for a series of scripts. What a script declares with <c>let</c>, <c>const</c> or <c>function</c> ends with it.</summary>
public sealed class ScriptSession : IDisposable
{
    public const int MaxStatements = 200_000;
    public const long MaxMemoryBytes = 16_000_000;
    public static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(2);
    private readonly Engine engine;
    private readonly IReadOnlyDictionary<string, object> globals;
    private readonly CancellationToken ct;
    private bool hasTwins;

    internal ScriptSession(IReadOnlyDictionary<string, object> globals, TimeProvider clock, TimeSpan maxTime, CancellationToken ct)
    {
        (this.globals, this.ct) = (globals, ct);
        engine = new Engine(options =>
        {
            options.TimeSystem = new SiteTime(clock);
            options.AddObjectConverter<PlainJson>();
            options
                .MaxStatements(MaxStatements)
                .TimeoutInterval(maxTime)
                .RegexTimeoutInterval(maxTime)
                .LimitMemory(MaxMemoryBytes)
                .LimitRecursion(64)
                .CancellationToken(ct)
                .CatchClrExceptions(error => error is FormatException or System.Text.Json.JsonException or InvalidDataException)
                .Strict();
        });
        foreach (var (name, value) in globals)
        {
            engine.SetValue(name, value);
        }
    }

    /// <exception cref="ScriptException">The script does not parse, throws, or goes beyond a limit.</exception>
    public object? Evaluate(string script) => Run(script, value => value.ToObject());

    /// <summary>The result as text: dates in ISO 8601, objects and arrays as JSON, null and undefined as the empty text.</summary>
    /// <exception cref="ScriptException">The script does not parse, throws, or goes beyond a limit.</exception>
    public string EvaluateText(string script) => Run(script, value => value switch
    {
        _ when value.IsNull() || value.IsUndefined() => string.Empty,
        JsDate date => date.ToDateTime().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        _ when value.IsObject() => new JsonSerializer(engine).Serialize(value).ToString(),
        _ => value.ToString(),
    });

    public void Dispose() => engine.Dispose();

    private T Run<T>(string script, Func<JsValue, T> read)
    {
        try
        {
            AddTwins(script);

            // A block, so that two scripts may declare the same name.
            return read(engine.Evaluate($"{{{script}\n}}").UnwrapIfPromise(ct));
        }
        catch (Exception error) when (error is JintException or TimeoutException or OperationCanceledException or InvalidOperationException)
        {
            throw new ScriptException(error.Message, error);
        }
    }

    /// <summary>Orchard 3 also names every function with « Async » behind, which gives a promise of the same.</summary>
    private void AddTwins(string script)
    {
        if (hasTwins || !script.Contains("Async", StringComparison.Ordinal))
        {
            return;
        }

        hasTwins = true;
        engine.Execute(string.Join('\n', globals.Where(global => global.Value is Delegate && !global.Key.EndsWith("Async", StringComparison.Ordinal)).Select(global => $"var {global.Key}Async = async (...given) => {global.Key}(...given);")));
    }

    /// <summary>JSON becomes a value of the script's own: scripts see no .NET object.</summary>
    private sealed class PlainJson : IObjectConverter
    {
        public bool TryConvert(Engine engine, object value, out JsValue result)
        {
            result = value is JsonNode json ? new JsonParser(engine).Parse(json.ToJsonString()) : JsValue.Undefined;
            return value is JsonNode;
        }
    }

    /// <summary><c>Date.now()</c> follows the site's clock, local dates its wall clock.</summary>
    private sealed class SiteTime(TimeProvider clock) : DefaultTimeSystem(Clock.Paris, CultureInfo.InvariantCulture)
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();
    }
}
