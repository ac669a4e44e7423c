namespace EssConsult.Voting.Contracts;

/// <summary>
/// A provider of text messages, for public votes that ask for a telephone besides the address. None comes with the site: a module that
/// brings one registers it, and the page of a vote's verification names it.
/// </summary>
public interface ISmsSender
{
    /// <summary>As the team reads it.</summary>
    string Name { get; }

    /// <param name="number">In international form: <c>+33612345678</c>.</param>
    /// <param name="text">160 characters at most.</param>
    /// <param name="ct">Ends the wait.</param>
    Task SendAsync(string number, string text, CancellationToken ct);
}
