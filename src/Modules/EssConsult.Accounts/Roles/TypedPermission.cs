namespace EssConsult.Accounts.Roles;

/// <summary>
/// Orchard's permissions for one content type: <c>Edit_Contribution</c>. They are not declared by any module, since types are
/// data; their names say what implies them.
/// </summary>
internal static class TypedPermission
{
    private static readonly Dictionary<string, string> Stronger = new()
    {
        ["View"] = "Edit", ["Preview"] = "Edit", ["Clone"] = "Edit", ["Edit"] = "Publish",
    };

    /// <summary><c>EditOwn_T</c> by <c>Edit_T</c> and <c>EditOwnContent</c>; <c>Edit_T</c> by <c>Publish_T</c> and <c>EditContent</c>.</summary>
    public static IEnumerable<string> ImpliedBy(string permission)
    {
        var cut = permission.IndexOf('_', StringComparison.Ordinal);
        if (cut <= 0)
        {
            yield break;
        }

        var (verb, type) = (permission[..cut], permission[(cut + 1)..]);
        yield return verb.EndsWith("Content", StringComparison.Ordinal) ? verb : verb + "Content";
        var own = verb.EndsWith("Own", StringComparison.Ordinal);
        var act = own ? verb[..^3] : verb;
        if (own)
        {
            yield return $"{act}_{type}";
        }

        if (Stronger.TryGetValue(act, out var stronger))
        {
            yield return $"{stronger}{(own ? "Own" : string.Empty)}_{type}";
        }
    }
}
