using Regio.Procurement;
using Regio.ServiceDefaults.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("procurement");
builder.AddProcurement();

var app = builder.Build();
app.MapServiceDefaults();
app.MapProcurement();
return await app.RunServiceAsync(args);
