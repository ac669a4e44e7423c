namespace EssConsult.Accounts.Contracts;

/// <summary>
/// Write first, identify last. A form keeps what a visitor wrote under <see cref="EnsureBrowserKey"/>, then redirects to
/// <see cref="PageFor"/>; once identified, the module's <see cref="IClaimDrafts"/> gives it to the person, who comes back to the form.
/// </summary>
public interface IIdentify
{
    /// <summary>The key of this browser's pending work; null when it has none.</summary>
    string? BrowserKey { get; }

    /// <summary>The key of this browser, given to it when it has none. To be stored as it is: the cookie holds another value.</summary>
    string EnsureBrowserKey();

    /// <summary>Where to send the visitor; afterwards they land on <paramref name="returnTo"/>, a path of this site.</summary>
    string PageFor(string returnTo);
}

/// <summary>Gives a browser's drafts to the person it turned out to be, in the transaction that identifies them. It must not save.</summary>
public interface IClaimDrafts
{
    Task ClaimAsync(string personId, string browserKey, CancellationToken ct);
}
