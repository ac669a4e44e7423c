using EssConsult.Kernel.Scripting;

namespace EssConsult.Layers.Rules;

/// <summary>
/// The scripts of rules for one page, with Orchard's functions about it. One engine serves them all; none is made for a page whose
/// layers have no script.
/// </summary>
internal sealed class PageScripts(PageFacts page, Faults faults, TimeProvider clock, CancellationToken ct) : IDisposable
{
    /// <summary>A reader waits for it.</summary>
    private static readonly TimeSpan MaxTime = TimeSpan.FromMilliseconds(500);
    private ScriptSession? session;

    /// <summary>A faulty script counts as false.</summary>
    public bool Holds(string script, string layer)
    {
        try
        {
            session ??= ScriptEngine.Open(Functions(), clock, ct, MaxTime);
            return IsTrue(session.Evaluate(script));
        }
        catch (ScriptException fault)
        {
            faults.Script(layer, script, fault);
            return false;
        }
    }

    public void Dispose() => session?.Dispose();

    private Dictionary<string, object> Functions()
    {
        Func<string, bool> isCulture = culture => page.Cultures.Contains(culture, StringComparer.OrdinalIgnoreCase);
        return new Dictionary<string, object>
        {
            ["isHomepage"] = () => page.IsHome,
            ["isAnonymous"] = () => !page.IsSignedIn,
            ["isAuthenticated"] = () => page.IsSignedIn,
            ["isInRole"] = (string role) => page.Roles.Contains(role, StringComparer.OrdinalIgnoreCase),
            ["url"] = (Func<string, bool>)IsUrl,
            ["culture"] = isCulture,
            ["currentCulture"] = isCulture,
        };
    }

    private bool IsUrl(string url)
    {
        var (address, path) = (RuleCheck.Address(url), page.IsHome ? "/" : page.Path);
        return address.EndsWith('*') ? path.StartsWith(address.TrimEnd('*'), StringComparison.OrdinalIgnoreCase) : path.Equals(address, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsTrue(object? result) => result switch
    {
        null => false,
        bool truth => truth,
        double number => number is not (0 or double.NaN),
        string text => text.Length > 0 && !text.Equals("false", StringComparison.OrdinalIgnoreCase),
        _ => true,
    };
}
