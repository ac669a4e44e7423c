using Jint;
using Jint.Runtime;

namespace EssConsult.Kernel.Scripting;

/// <summary>JavaScript written by administrators (recipes, workflows): no access to .NET, bounded in steps, time and memory.</summary>
public static class ScriptEngine
{
    /// <summary>Evaluates one script in which a top-level <c>return</c> is allowed.</summary>
    /// <param name="script">An expression, or statements that return.</param>
    /// <param name="globals">Functions and values by name.</param>
    /// <param name="ct">Ends the script.</param>
    /// <exception cref="ScriptException">The script does not parse, throws, or goes beyond a limit.</exception>
    public static object? Evaluate(string script, IReadOnlyDictionary<string, object> globals, CancellationToken ct)
    {
        using var session = Open(globals, TimeProvider.System, ct);
        return session.Evaluate(script);
    }

    /// <summary>Why a script does not parse; null when it does.</summary>
    public static string? Check(string script)
    {
        try
        {
            Engine.PrepareScript($"{{{script}\n}}", strict: true);
            return null;
        }
        catch (Exception error) when (error is JintException or Acornima.ParseErrorException)
        {
            return error.InnerException?.Message ?? error.Message;
        }
    }

    /// <summary>For many scripts with the same globals: the limits hold for each script, the start-up cost is paid once.</summary>
    /// <param name="globals">Functions and values by name; JSON that they give is a plain value in the script.</param>
    /// <param name="clock">What the scripts take for the time.</param>
    /// <param name="ct">Ends them.</param>
    /// <param name="maxTime">Of one script; null is <see cref="ScriptSession.MaxTime"/>.</param>
    public static ScriptSession Open(IReadOnlyDictionary<string, object> globals, TimeProvider clock, CancellationToken ct, TimeSpan? maxTime = null) =>
        new(globals, clock, maxTime ?? ScriptSession.MaxTime, ct);
}

public sealed class ScriptException(string message, Exception cause) : Exception(message, cause)
{
    /// <summary>Of the script, from 1 on; null when the error has no place: a limit, or a value that cannot be kept.</summary>
    public int? Line { get; } = cause is JavaScriptException { Location.Start.Line: > 0 and var line } ? line : null;
}
