using System.CommandLine;

var root = new RootCommand("Noroshi, the national node for cyber cooperation between states.");
return await root.Parse(args).InvokeAsync();
