using Jint;
using Jint.Native;
using Jint.Runtime;

namespace EssConsult.Kernel.Scripting;

/// <summary>JavaScript written by administrators (recipes, workflows): no access to .NET, bounded in steps, time and memory.</summary>
public static class ScriptEngine
{
    public const int MaxStatements = 200_000;
    public const long MaxMemoryBytes = 16_000_000;
    public static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(2);

    /// <summary>Evaluates a script in which a top-level <c>return</c> is allowed.</summary>
    /// <param name="script">An expression, or statements that return.</param>
    /// <param name="globals">Functions and values by name.</param>
    /// <exception cref="ScriptException">The script does not parse, throws, or goes beyond a limit.</exception>
    public static object? Evaluate(string script, IReadOnlyDictionary<string, object> globals, CancellationToken ct)
    {
        using var engine = new Engine(options => options
            .MaxStatements(MaxStatements)
            .TimeoutInterval(MaxTime)
            .LimitMemory(MaxMemoryBytes)
            .LimitRecursion(64)
            .CancellationToken(ct)
            .Strict());
        foreach (var (name, value) in globals)
        {
            engine.SetValue(name, value);
        }

        try
        {
            return Run(engine, script).UnwrapIfPromise(ct).ToObject();
        }
        catch (Exception error) when (error is JintException or TimeoutException or OperationCanceledException or InvalidOperationException)
        {
            throw new ScriptException(error.Message, error);
        }
    }

    private static JsValue Run(Engine engine, string script)
    {
        var statements = script.TrimStart();
        return statements.Contains("return", StringComparison.Ordinal)
            ? engine.Evaluate($"(function() {{ {statements}\n}})()")
            : engine.Evaluate(statements);
    }
}

public sealed class ScriptException(string message, Exception cause) : Exception(message, cause);
