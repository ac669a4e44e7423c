namespace EssConsult.Accounts.Tests;

/// <summary>Sites without any recipe: accounts need none.</summary>
public sealed class AccountsSites() : Sites(new SiteOptions { Settings = { ["recipe"] = "none" } });
