namespace EssConsult.Accounts.Contracts;

/// <summary>Prepares accounts for people who have not come yet.</summary>
public interface IRegister
{
    /// <summary>
    /// The id of the account with this address, made in the caller's transaction when there is none; it is forgotten after a week without
    /// a visit. Whether it was there before is not told: that would say who has an account.
    /// </summary>
    /// <param name="email">A complete address.</param>
    /// <param name="suspended">A new account stays shut until somebody opens it.</param>
    /// <param name="actorId">Who does it, for the audit.</param>
    /// <param name="ct">Ends the wait.</param>
    Task<string> PrepareAsync(string email, bool suspended, string actorId, CancellationToken ct);
}
