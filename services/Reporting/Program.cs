using Regio.Reporting;
using Regio.ServiceDefaults.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("reporting");
builder.AddReporting();

var app = builder.Build();
app.MapServiceDefaults();
app.MapReporting();
return await app.RunServiceAsync(args);
