using Regio.Municipalities;
using Regio.ServiceDefaults.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("municipalities");
builder.AddMunicipalities();

var app = builder.Build();
app.MapServiceDefaults();
app.MapMunicipalities();
return await app.RunServiceAsync(args);
