using Microsoft.AspNetCore.Http;

// What the tests of the app host start as a project: it shows its environment and dies when told to.
if (args.Contains("--crash-at-start"))
{
    await Console.Error.WriteLineAsync("The setting that this service needs is missing.");
    return 3;
}

var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.MapGet("/health", () => "Healthy");
app.MapGet("/environment", () => Environment.GetEnvironmentVariables());
app.MapGet("/arguments", () => args);
app.MapPost("/note", (string text, HttpRequest request) => Console.WriteLine($"noted {text} with key {request.Headers["X-Key"]}"));
app.MapPost("/crash", () => Environment.FailFast("Told to."));
await app.RunAsync();
return 0;
