using Regio.ExpertTable;
using Regio.ServiceDefaults.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("experttable");
builder.AddExpertTable();

var app = builder.Build();
app.MapServiceDefaults();
app.MapExpertTable();
return await app.RunServiceAsync(args);
