using EssConsult.Accounts;
using EssConsult.Actors;
using EssConsult.Content;
using EssConsult.Contributions;
using EssConsult.Discussion;
using EssConsult.Forms;
using EssConsult.Kernel;
using EssConsult.Layers;
using EssConsult.Mail;
using EssConsult.Notifications;
using EssConsult.Queries;
using EssConsult.Prize;
using EssConsult.Registration;
using EssConsult.Search;
using EssConsult.Subscriptions;
using EssConsult.Voting;
using EssConsult.Workflows;

var builder = WebApplication.CreateBuilder(args);

builder.AddSite()
    .AddMail()
    .AddContent()
    .AddAccounts()
    .AddNotifications()
    .AddSearch()
    .AddActors()
    .AddDiscussion()
    .AddWorkflows()
    .AddForms()
    .AddLayers()
    .AddQueries()
    .AddContributions()
    .AddRegistration()
    .AddPrize()
    .AddVoting()
    .AddSubscriptions();

var app = builder.Build();
app.UseSite();
return await app.RunSiteAsync(args);

/// <summary>Named so that tests can start the site.</summary>
public sealed partial class Program;
